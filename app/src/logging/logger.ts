import type { Settings } from '@recipe-book/settings';
import { type DestinationStream, type Logger as PinoLogger, pino, stdSerializers } from 'pino';
import { currentRequest } from '../http/context.ts';
import { redaction, scrub } from './redaction.ts';

/** Levels: error, warn, info, http (one line per request), debug. */
export type Logger = PinoLogger<'http'>;

/**
 * Makes the logger: one JSON object a line, with the context of the request on each.
 * @param destination where the lines go.
 */
export function createLogger(
  settings: Pick<Settings, 'LOG_LEVEL'>,
  destination: DestinationStream,
): Logger {
  return pino(
    {
      level: settings.LOG_LEVEL,
      customLevels: { http: 25 },
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...currentRequest() }),
      serializers: { error: errorForLog },
      redact: redaction,
      hooks: { streamWrite: scrub },
    },
    destination,
  );
}

/** Only what helps to find the fault: other fields of an error may hold the body of a request. */
function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack };
}
