/** Names, ports and paths that charts, placements and policies must agree on. */
import { ratelimitRoot } from './constructs/ratelimit-service.ts';

/** Ports of the containers, but for those of the sidecars (`sidecarPorts`). */
export const ports = {
  ratelimitGrpc: 8081,
  ratelimitHttp: 8080,
  /** Loopback. */
  ratelimitDebug: 6070,
  redis: 6379,
  sentinel: 26_379,
  mongodb: 27_017,
  openobserve: 5080,
} as const;

/** Names of the Services, and of everything else that belongs to them. */
export const components = {
  migration: 'migration',
  app: 'recipe-book',
  ratelimit: 'ratelimit',
  redis: 'redis',
  sentinel: 'sentinel',
  mongodb: 'mongodb',
  openobserve: 'openobserve',
  provisioner: 'provisioner',
} as const;
export type Component = (typeof components)[keyof typeof components];

/** The one Secret that must exist in the namespace before the manifests are applied. */
export const secret = {
  name: 'recipe-book',
  keys: {
    /** Connection string of an external MongoDB. */
    mongodbUri: 'mongodb-uri',
    /** Of the app, and of the ratelimit service unless that has a user of its own. */
    redisPassword: 'redis-password',
    /** API_KEYS_FILE as Envoy reads it, by `make api-keys`; needed when API_KEYS_FILE is set. */
    apiKeys: 'api-keys.json',
    /** Of REDIS_RATELIMIT_USERNAME. */
    redisRatelimitPassword: 'redis-ratelimit-password',
    /** Of REDIS_SENTINEL_USERNAME. */
    redisSentinelPassword: 'redis-sentinel-password',
    /** PEM files for TLS to Redis: its authority, and what it asks of clients. */
    redisCa: 'redis-ca.crt',
    redisCert: 'redis-client.crt',
    redisKey: 'redis-client.key',
    /** PKCS#8 PEM with an Ed25519 private key. */
    jwtPrivateKey: 'jwt-private-key',
    /** Value of the `Authorization` header for the telemetry backend. */
    telemetryAuthorization: 'telemetry-authorization',
    /** The first user of an OpenObserve in the cluster, or one of another that may change things there. */
    openobserveRootEmail: 'openobserve-root-email',
    openobserveRootPassword: 'openobserve-root-password',
    /** Where alerts go, as far as OPENOBSERVE_ALERTS_TO names it. */
    openobserveWebhookUrl: 'openobserve-webhook-url',
    openobserveSlackUrl: 'openobserve-slack-url',
    /** Of OPENOBSERVE_READER_EMAIL. */
    openobserveReaderPassword: 'openobserve-reader-password',
    /** Mail server with its user and password. */
    smtpUrl: 'smtp-url',
    /** Who asks the S3-compatible service for pictures. */
    s3AccessKeyId: 's3-access-key-id',
    s3SecretAccessKey: 's3-secret-access-key',
    /** Project in Sentry to report to; needed while SENTRY_ENABLED is true. */
    sentryDsn: 'sentry-dsn',
  },
} as const;
export type SecretKey = (typeof secret.keys)[keyof typeof secret.keys];

/** Folders inside the containers, but for those of the sidecars (`sidecarPaths`). */
export const paths = {
  ratelimitRoot,
  redisConfig: '/etc/redis',
  /** What Redis starts with, when that holds a password. */
  redisRun: '/run/redis',
  data: '/data',
  appKeys: '/etc/recipe-book/keys',
  redisTls: '/etc/recipe-book/redis',
  /** Folder that the app and Envoy share. */
  appSockets: '/run/recipe-book',
} as const;
