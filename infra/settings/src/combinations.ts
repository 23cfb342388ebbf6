import { redisProblems } from './redis/problems.ts';
import type { Settings } from './settings.ts';

/** What is wrong with settings that are each valid alone, one sentence each. */
export function combinationProblems(settings: Settings): string[] {
  const problems: string[] = [];
  if (settings.DB_CONNECTION_POOL_MIN > settings.DB_CONNECTION_POOL_MAX) {
    problems.push(
      `DB_CONNECTION_POOL_MIN is ${settings.DB_CONNECTION_POOL_MIN}; it must not be above DB_CONNECTION_POOL_MAX, which is ${settings.DB_CONNECTION_POOL_MAX}.`,
    );
  }
  if (settings.RECIPE_IMPORT_ALLOW_LOOPBACK && settings.APP_ENV !== 'development') {
    problems.push(
      `RECIPE_IMPORT_ALLOW_LOOPBACK is true; it must be false in ${settings.APP_ENV}, where it would open this machine to every user.`,
    );
  }
  if (
    settings.OPENOBSERVE_URL !== undefined &&
    settings.OPENOBSERVE_PASSWORD === undefined &&
    settings.OTEL_EXPORTER_OTLP_HEADERS === undefined
  ) {
    problems.push('OPENOBSERVE_PASSWORD is not set; it is needed while OPENOBSERVE_URL is set.');
  }
  if (settings.SENTRY_ENABLED && settings.SENTRY_DSN === undefined) {
    problems.push('SENTRY_DSN is not set; it is needed while SENTRY_ENABLED is true.');
  }
  if (settings.SENTRY_ENABLED && settings.SENTRY_TRACES_SAMPLE_RATE > 0) {
    problems.push(
      `SENTRY_TRACES_SAMPLE_RATE is ${settings.SENTRY_TRACES_SAMPLE_RATE}; it must be 0, since traces go to the Collector alone.`,
    );
  }
  if (readsFromOthers(settings.MONGODB_URI)) {
    problems.push(
      'MONGODB_URI has a readPreference; leave it out or set it to primary, since other members may show what was before a change.',
    );
  }
  problems.push(...redisProblems(settings));
  for (const name of ['MAIL_FROM', 'PUBLIC_URL'] as const) {
    if (settings.SMTP_URL !== undefined && settings[name] === undefined) {
      problems.push(`${name} is not set; it is needed while SMTP_URL is set.`);
    }
  }
  for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (settings.S3_ENDPOINT !== undefined && settings[name] === undefined) {
      problems.push(`${name} is not set; it is needed while S3_ENDPOINT is set.`);
    }
  }
  for (const [target, name] of [
    ['webhook', 'OPENOBSERVE_WEBHOOK_URL'],
    ['slack', 'OPENOBSERVE_SLACK_URL'],
    ['email', 'OPENOBSERVE_ALERT_EMAILS'],
  ] as const) {
    if (settings.OPENOBSERVE_ALERTS_TO?.includes(target) && settings[name] === undefined) {
      problems.push(`${name} is not set; it is needed while OPENOBSERVE_ALERTS_TO has ${target}.`);
    }
  }
  if (
    settings.OPENOBSERVE_READER_EMAIL !== undefined &&
    settings.OPENOBSERVE_READER_PASSWORD === undefined
  ) {
    problems.push(
      'OPENOBSERVE_READER_PASSWORD is not set; it is needed while OPENOBSERVE_READER_EMAIL is set.',
    );
  }
  for (const [name, other] of [
    ['TLS_CERT_FILE', 'TLS_KEY_FILE'],
    ['TLS_KEY_FILE', 'TLS_CERT_FILE'],
  ] as const) {
    if (settings[name] === undefined && settings[other] !== undefined) {
      problems.push(`${name} is not set; it is needed while ${other} is set.`);
    }
  }
  if (settings.ENABLE_HTTP3 && settings.TLS_CERT_FILE === undefined) {
    problems.push('TLS_CERT_FILE is not set; it is needed while ENABLE_HTTP3 is true.');
  }
  return problems;
}

/** True when reads may go to members of a replica set that lag behind. Options have no case there. */
function readsFromOthers(uri: string | undefined): boolean {
  const options = [...(URL.parse(uri ?? '')?.searchParams ?? [])];
  return options.some(
    ([name, value]) => name.toLowerCase() === 'readpreference' && value !== 'primary',
  );
}
