import { type SecretKey, secret } from './names.ts';
import { openobserveSecrets } from './openobserve-settings.ts';
import { redisTlsKeys } from './redis-settings.ts';
import { hasTelemetryBackend, type Target, usesOpenObserve } from './target.ts';

/** One key of the Secret `recipe-book`. */
export interface NeededSecretKey {
  readonly key: SecretKey;
  /** One sentence for whoever has to fill it in. */
  readonly what: string;
}

const { keys } = secret;

/** What each key holds. */
const sentences: Readonly<Record<SecretKey, string>> = {
  [keys.jwtPrivateKey]: 'Ed25519 private key that signs access tokens, as PKCS#8 PEM.',
  [keys.mongodbUri]: 'Connection string of MongoDB, with user and password.',
  [keys.redisPassword]: 'Password of Redis for the app, and for the ratelimit service too.',
  [keys.redisRatelimitPassword]: 'Password of the Redis user that REDIS_RATELIMIT_USERNAME names.',
  [keys.redisSentinelPassword]: 'Password of the Sentinels.',
  [keys.redisCa]: 'Certificate of the authority that signed those of Redis, as PEM.',
  [keys.redisCert]: 'Certificate that Redis asks of its clients, as PEM.',
  [keys.redisKey]: 'Private key of the certificate for Redis, as PEM.',
  [keys.apiKeys]: 'API keys as Envoy reads them; `make api-keys` prints them.',
  [keys.telemetryAuthorization]:
    'Value of the `Authorization` header for the telemetry backend: for OpenObserve `Basic` and the base64 of email:password.',
  [keys.openobserveRootEmail]:
    'E-mail address of the first user of OpenObserve, in small letters, such as admin@example.com; or of another that may change things.',
  [keys.openobserveRootPassword]:
    'Password of that user: 8 to 128 characters, among them a small and a capital letter, a digit and a sign.',
  [keys.openobserveWebhookUrl]: 'Address that gets each alert as JSON.',
  [keys.openobserveSlackUrl]: 'Incoming webhook of Slack for alerts.',
  [keys.openobserveReaderPassword]:
    'Password of the user of OpenObserve that OPENOBSERVE_READER_EMAIL names, as for the first one.',
  [keys.smtpUrl]: 'Mail server with its user and password, such as smtps://user:password@host:465.',
  [keys.s3AccessKeyId]: 'Who asks the S3-compatible service for pictures.',
  [keys.s3SecretAccessKey]: 'What the requests for pictures are signed with.',
  [keys.sentryDsn]: 'DSN of the project in Sentry, such as https://key@sentry.example/1.',
};

/**
 * The keys that the Secret of an environment must have, no more and no fewer, each with a sentence: what
 * its pods refer to. A pod does not start while one of its own is missing.
 */
export function neededSecretKeys(target: Target): NeededSecretKey[] {
  const { settings, options } = target;
  const ownLimiter = settings.REDIS_RATELIMIT_USERNAME !== undefined;
  const needed: SecretKey[] = [
    keys.jwtPrivateKey,
    ...(options.mongodb.kind === 'external' ? [keys.mongodbUri] : []),
    ...(options.redis.password ? [keys.redisPassword] : []),
    ...(ownLimiter ? [keys.redisRatelimitPassword] : []),
    ...(settings.REDIS_SENTINEL_USERNAME !== undefined ? [keys.redisSentinelPassword] : []),
    ...redisTlsKeys(settings),
    ...(settings.API_KEYS_FILE !== undefined ? [keys.apiKeys] : []),
    ...(hasTelemetryBackend(target) ? [keys.telemetryAuthorization] : []),
    ...(usesOpenObserve(target) ? Object.values(openobserveSecrets(settings)) : []),
    ...(settings.SMTP_URL !== undefined ? [keys.smtpUrl] : []),
    ...(settings.S3_ENDPOINT !== undefined ? [keys.s3AccessKeyId, keys.s3SecretAccessKey] : []),
    ...(settings.SENTRY_ENABLED ? [keys.sentryDsn] : []),
  ];
  return needed.map((key) => ({ key, what: sentences[key] }));
}
