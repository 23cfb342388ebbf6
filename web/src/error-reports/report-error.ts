import { mayTrack } from '../telemetry/may-track.ts';
import { readWebSettings } from '../web-settings.ts';

type Report = (error: unknown) => void;

let reporting: Promise<Report | undefined> | undefined;

/**
 * Reports an error that nobody handled, when the settings want that and the visitor does not ask otherwise. What
 * reports is loaded with the first one: most visits never need it. Nothing comes of it when it fails.
 */
export function reportError(error: unknown): void {
  reporting ??= load().catch(() => undefined);
  void reporting.then((report) => report?.(error));
}

async function load(): Promise<Report | undefined> {
  if (!mayTrack(navigator)) return undefined;
  const { version, sentry } = await readWebSettings();
  if (!sentry) return undefined;
  const { sentryReport } = await import('./sentry.ts');
  return sentryReport({ release: version, environment: sentry.environment });
}
