import type { Settings } from '@recipe-book/settings';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { currentRequest } from '../http/context.ts';
import { redactor } from './redaction/redactor.ts';

/** Levels: error, warn, info, http (one line per request), debug. */
export type Logger = Pick<PinoLogger<'http'>, 'error' | 'warn' | 'info' | 'http' | 'debug'>;

/**
 * Makes the logger: one JSON object a line, with the context of the request on each and without secrets.
 * Fields belong on the line itself: those of a child logger would not be redacted.
 * @param destination where the lines go.
 */
export function createLogger(
  settings: Pick<Settings, 'LOG_LEVEL' | 'LOG_REDACT_EMAILS'>,
  destination: DestinationStream,
): Logger {
  const redact = redactor(settings);
  return pino(
    {
      level: settings.LOG_LEVEL,
      customLevels: { http: 25 },
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      mixin: () => ({ ...currentRequest() }),
      formatters: { level: (label) => ({ level: label }), log: redact.fields },
      // An error is a plain object by then, which pino would take for an error of the type Object.
      serializers: { message: redact.text, error: (fields: unknown) => fields },
    },
    destination,
  );
}
