import type { Things } from './things.ts';

/** What a valid request says besides its method and path. */
export interface SampleRequest {
  /** Values for the parameters in the path, by name. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, but for bytes: those need a `Content-Type` among the headers. */
  readonly body?: object;
}

/** How one operation of the API is used as it should be. */
export interface Sample {
  /** Status of the answer when all things are those of who asks. */
  readonly status: number;
  /** @param things what stands in the request; they need not be those of who sends it. */
  request(things: Things): SampleRequest;
  /** Other requests, for operations that ask the database in more than one way. */
  readonly variants?: readonly SampleRequest[];
}

/** By method and path, as the endpoints have them: `get /api/recipes/:id`. */
export type Samples = Readonly<Record<string, Sample>>;
