import { isSpanContextValid, trace } from '@opentelemetry/api';
import { OpenTelemetryTransportV3 } from '@opentelemetry/winston-transport';
import type { Settings } from '@recipe-book/settings';
import winston from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';
import { currentRequest } from '../../../../app/src/http/context.ts';
import type { Logger } from '../../../../app/src/logging/logger.ts';
import { redactor } from '../../../../app/src/logging/redaction/redactor.ts';

const levels = { error: 0, warn: 1, info: 2, http: 3, debug: 4 } as const;

/**
 * The app's log as winston writes it: the same lines, into daily files and as OTLP.
 * @param folder for the files.
 */
export function createLogger(settings: Settings, folder: string): Logger {
  const { combine, timestamp, json } = winston.format;
  const redact = redactor(settings);
  const withContext = winston.format((line) =>
    Object.assign(line, redact.fields({ ...line, ...currentRequest(), ...currentSpan() })),
  );
  const rotated = {
    dirname: folder,
    datePattern: settings.LOG_DATE_PATTERN,
    maxSize: settings.LOG_MAX_SIZE,
    maxFiles: '14d',
    zippedArchive: true,
  };
  const logger = winston.createLogger({
    level: settings.LOG_LEVEL,
    levels,
    format: combine(timestamp(), withContext(), json()),
    transports: [
      new DailyRotateFile({ ...rotated, filename: 'combined-%DATE%.log' }),
      new DailyRotateFile({ ...rotated, filename: 'error-%DATE%.log', level: 'error' }),
      new OpenTelemetryTransportV3(),
    ],
  });
  const write = (level: keyof typeof levels) => (fields: unknown, message?: string) => {
    if (typeof fields === 'string') logger.log(level, fields);
    else logger.log(level, message ?? '', fields);
  };
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    http: write('http'),
    debug: write('debug'),
  };
}

function currentSpan(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
