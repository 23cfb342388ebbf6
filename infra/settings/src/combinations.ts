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
  if (settings.SENTRY_ENABLED && settings.SENTRY_DSN === undefined) {
    problems.push('SENTRY_DSN is not set; it is needed while SENTRY_ENABLED is true.');
  }
  if (
    settings.OPENOBSERVE_URL !== undefined &&
    settings.OPENOBSERVE_PASSWORD === undefined &&
    settings.OTEL_EXPORTER_OTLP_HEADERS === undefined
  ) {
    problems.push('OPENOBSERVE_PASSWORD is not set; it is needed while OPENOBSERVE_URL is set.');
  }
  return problems;
}
