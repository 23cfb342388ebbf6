/** Whose requests are counted together. */
export type Client =
  /** One bucket for each address, for requests without a valid token. */
  | 'anonymous-address'
  /** One bucket for each address, signed in or not. */
  | 'address'
  /** One bucket for each signed-in user, from any address. */
  | 'user'
  /** One bucket for all. */
  | 'everyone';

/** Which requests a policy counts. */
export interface Scope {
  /** `prefix` counts a path and all below it, `exact` only the paths themselves. */
  readonly match: 'prefix' | 'exact';
  readonly paths: readonly string[];
  /** Prefixes of paths that are not counted after all. */
  readonly except?: readonly string[];
  /** HTTP method; absent means any. */
  readonly method?: string;
}

/** A limit: at most `requests` in each window of `windowSeconds`, for each client, of the requests in scope. */
export interface Policy {
  /** Short and unique, in lower case; seen in headers, metrics and Redis keys. */
  readonly name: string;
  readonly client: Client;
  readonly scope: Scope;
  readonly requests: number;
  /** Must divide a minute, an hour or a day. Windows begin on the full hour or day, UTC. */
  readonly windowSeconds: number;
}
