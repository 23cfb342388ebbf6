/** Names that several parts of the configuration must agree on. */
export const clusterNames = {
  app: 'app',
  /** The app too, for what nobody waits for but the platform and Envoy: probes and the key set. */
  appInternal: 'app-internal',
  ratelimit: 'ratelimit',
  collector: 'collector',
  webTelemetry: 'web-telemetry',
} as const;

/** The route to the front end's files. */
export const filesRoute = 'files';

/** What Envoy's statistics call the way of clients to the app. */
export const ingressStats = 'ingress';

/** How long Envoy waits for the ratelimit service, as a duration. */
export const rateLimitTimeout = '0.045s';

/**
 * Headers by which Envoy tells the app who calls. Whatever a client sends under
 * these names is removed before anything reads it.
 */
export const internalHeaders = {
  /** Payload of the verified access token, base64url JSON; absent for anonymous clients. */
  jwtPayload: 'x-jwt-payload',
  /** Address of the client, after trusted proxies. */
  clientAddress: 'x-client-address',
  /** Name of the client whose API key was verified; absent for all others. */
  apiClient: 'x-api-client',
} as const;

/**
 * How Envoy marks, to itself, a request whose client is far over a limit, with the seconds that it is to wait; removed from
 * what clients send.
 */
export const farOverHeader = 'x-far-over-limit';

/** Where the payload of a verified token stands in Envoy's dynamic metadata. */
export const jwtMetadata = { filter: 'envoy.filters.http.jwt_authn', key: 'jwt' } as const;

/** Where Envoy's dynamic metadata has the values that clients are told apart by. */
export const countedMetadata = 'recipe-book.counted';

/** Where Envoy's dynamic metadata says what was decided about a request's limits. */
export const rateLimitMetadata = 'recipe-book.rate-limit';

/**
 * Paths of what no user waits for: probes, and what browsers send of themselves. Neither logged as requests are
 * nor among what clients were answered.
 */
export const noUsersPaths = '/(health|otlp)([/?].*)?';
