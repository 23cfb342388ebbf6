import type { Settings } from '@recipe-book/settings';
import type { Logger } from '../logging/logger.ts';
import { type ErrorReports, noReports } from './reports.ts';

/** The reports that the settings ask for. While they are off, nothing of Sentry is loaded. */
export async function openReports(settings: Settings, logger: Logger): Promise<ErrorReports> {
  const { SENTRY_ENABLED, SENTRY_DSN: dsn, SENTRY_ENVIRONMENT: environment } = settings;
  if (!SENTRY_ENABLED || dsn === undefined) return noReports;
  const { sentryReports } = await import('./sentry.ts');
  return sentryReports({ dsn, environment, logger });
}
