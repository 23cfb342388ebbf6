import type { z } from 'zod';
import { parseInput, parsePath } from './input.ts';
import { signInNeeded } from './problem.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What an endpoint answers. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON; absent for 204 and where there is `content`. */
  readonly body?: unknown;
  /** Sent instead of JSON. */
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, string>>;
  /** Values of Set-Cookie. */
  readonly cookies?: readonly string[];
}

/** An answer that is not JSON. */
export interface Content {
  /** The media type. */
  readonly type: string;
  /** The whole text, or what makes it bit by bit until the signal says that the client has gone. */
  readonly data: string | Uint8Array | ((gone: AbortSignal) => AsyncIterable<string>);
}

/** What came with a request, not yet checked. */
export interface RawRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly cookies: unknown;
  /** By their names in lower case. */
  readonly headers: unknown;
  /** The signed-in user; `undefined` for anonymous requests. */
  readonly userId: string | undefined;
}

/** What the documentation says of an answer. */
interface ReplyDescription {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** The media type, when it is not JSON. */
  readonly type?: string;
}

/** What is known of an endpoint without running it. */
export interface EndpointDescription {
  readonly method: Method;
  /** As Express writes it, such as `/api/recipes/:id`. */
  readonly path: string;
  /** Name of the operation in generated clients, such as `createRecipe`. */
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
  /** True when only signed-in users may ask. */
  readonly signedIn: boolean;
  /** True for a POST that only computes. Others can be repeated safely with an `Idempotency-Key`. */
  readonly changesNothing?: boolean;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Headers that the endpoint reads, by their names in lower case; others may come with them. */
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types of a body that is taken as it is, instead of JSON; it is then a `Buffer`. */
  readonly bytes?: readonly string[];
  /**
   * Media types of a body that is handed on while it arrives; it is then an async iterable of bytes,
   * and `body` only describes it.
   */
  readonly stream?: readonly string[];
  /** Largest body, in bytes, where it is not MAX_BODY_SIZE. Envoy's routes must let as much through. */
  readonly maxBodySize?: number;
  /** How many of its requests are served at once, of all users and of one, where they may take much memory. */
  readonly atOnce?: { readonly all: number; readonly each: number };
  /**
   * Cache-Control of its answers. Else those of GET may be kept by the client's own cache, which must
   * ask each time whether they are still true, and others may not be kept at all.
   */
  readonly cacheControl?: string;
  /** Cookies that it reads. */
  readonly cookies?: z.ZodObject;
  readonly replies: Readonly<Record<number, ReplyDescription>>;
}

/** One operation of the API. It knows nothing of Express. */
export interface Endpoint extends EndpointDescription {
  /** @throws HttpProblem for every answer that is not a success. */
  run(request: RawRequest): Promise<Reply>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Body<D extends EndpointDescription> = D['stream'] extends readonly string[]
  ? AsyncIterable<Uint8Array>
  : D['bytes'] extends readonly string[]
    ? Buffer
    : Parsed<D['body']>;
type Asker<D extends EndpointDescription> = D['signedIn'] extends true ? string : undefined;

/** The request as the endpoint sees it: checked and typed. */
export interface CheckedRequest<D extends EndpointDescription> {
  readonly params: Parsed<D['params']>;
  readonly query: Parsed<D['query']>;
  readonly headers: Parsed<D['headers']>;
  readonly body: Body<D>;
  readonly cookies: Parsed<D['cookies']>;
  readonly userId: Asker<D>;
}

/** Makes an endpoint of its description and of what it does with a checked request. */
export function endpoint<const D extends EndpointDescription>(
  description: D,
  handle: (request: CheckedRequest<D>) => Promise<Reply> | Reply,
): Endpoint {
  return {
    ...description,
    async run(raw) {
      if (description.signedIn && raw.userId === undefined) throw signInNeeded();
      // The types follow from the schemas that the values were just checked against.
      return handle({
        params: description.params && parsePath(description.params, raw.params),
        query: description.query && parseInput(description.query, raw.query),
        headers: description.headers && parseInput(description.headers, raw.headers),
        body: bodyOf(description, raw.body),
        cookies: description.cookies && parseInput(description.cookies, raw.cookies),
        userId: raw.userId,
      } as CheckedRequest<D>);
    },
  };
}

function bodyOf({ bytes, stream, body }: EndpointDescription, raw: unknown): unknown {
  if (stream) return raw;
  // A request without a body has none that could be read.
  if (bytes) return Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
  return body && parseInput(body, raw);
}
