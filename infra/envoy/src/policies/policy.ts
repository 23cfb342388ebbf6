/** Whose requests are counted together. A policy does not count requests that have no such client. */
export type Client =
  /** One bucket for all. */
  | { readonly by: 'everyone' }
  /** One bucket for each network of client addresses. */
  | {
      readonly by: 'address';
      /** Signed-in users are not counted here: they have a limit of their own. */
      readonly anonymousOnly?: boolean;
      /** Addresses that are one client; without it `oneClient`. */
      readonly network?: Network;
    }
  /** One bucket for each signed-in user, from any address. */
  | { readonly by: 'user' }
  /** One bucket for each value of a text claim of the verified token; dots lead into objects: `org.id`. */
  | { readonly by: 'claim'; readonly claim: string }
  /**
   * One bucket for each value of a request header. A client can choose another bucket by another value,
   * so something in front must have checked it, or another policy must count the same requests.
   * The values are seen in Redis: for secrets there is `api-key`.
   */
  | { readonly by: 'header'; readonly header: string }
  /** One bucket for each client whose API key Envoy knows (`API_KEYS_FILE`), by its name. */
  | { readonly by: 'api-key' };

/** Lengths of the prefixes that are compared, in bits. */
export interface Network {
  /** 8 to 32. */
  readonly ipv4: number;
  /** 16 to 128. */
  readonly ipv6: number;
}

/** What one customer usually has: a single IPv4 address, or a /64 of IPv6 (RFC 6177). */
export const oneClient: Network = { ipv4: 32, ipv6: 64 };

/** Which requests a policy counts: those that fit every part. */
export interface Scope {
  /**
   * Templates of paths, without query: `/api/recipes/{id}` takes any one segment there, `/api/**` the
   * path before it and everything below. A trailing slash makes no difference.
   */
  readonly paths: readonly string[];
  /** Templates of paths that are not counted after all. */
  readonly except?: readonly string[];
  /** HTTP methods; GET stands for HEAD as well. Absent means any. */
  readonly methods?: readonly string[];
  /** Media types of the request body, such as `application/json` or `image/*`. Absent means any, or none. */
  readonly contentTypes?: readonly string[];
}

/** Other limits for clients whose verified token says so. */
export interface Tiers {
  /** A text claim; dots lead into objects. */
  readonly claim: string;
  /**
   * By the claim's value. Any other value, or none, gets the policy's own limit. The value is part of the
   * bucket: who changes it starts from nothing.
   */
  readonly requests: Readonly<Record<string, number | 'unlimited'>>;
}

/**
 * A limit: each client may spend `requests` in each window on the requests in scope. A request is
 * counted by every policy that fits it, and refused when one of them has nothing left.
 */
export interface Policy {
  /** Short and unique, in lower case; seen in headers, problems, logs and Redis keys. */
  readonly name: string;
  readonly client: Client;
  readonly scope: Scope;
  readonly requests: number;
  /** Must divide an hour or a day. Windows begin on the full hour or day, UTC. */
  readonly windowSeconds: number;
  /** What one request spends; 1 unless said otherwise. */
  readonly cost?: number;
  readonly tiers?: Tiers;
  /** Networks that are never counted, as CIDR: `10.0.0.0/8`, `2001:db8::/32`. */
  readonly allow?: readonly string[];
  /** Counts and reports what it would refuse, but refuses nothing. */
  readonly shadow?: boolean;
  /** What happens to requests while nobody can count: they pass, unless this says `deny` (503). */
  readonly whenUnavailable?: 'allow' | 'deny';
}
