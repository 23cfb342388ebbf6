import { type Context, type Logger, SeverityNumber } from '@opentelemetry/api';
import { asError } from './as-error.ts';
import { attributes } from './names.ts';
import type { ErrorSource } from './signals.ts';

/** A page that fails again and again tells nothing new. */
const mostErrors = 20;
const longestMessage = 500;
const longestStack = 4000;

/** Answers of the server that somebody did not expect, and requests given up: the server knows of those. */
const expected = new Set(['ApiError', 'AbortError']);

/** Makes log records of errors, each kind once. */
export class Errors {
  readonly #logger: Logger;
  readonly #seen = new Set<string>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** @param context of the activity that it happened in. */
  record(error: unknown, source: ErrorSource, timestamp: number, context: Context): void {
    const { name, message, stack } = describe(error);
    const kind = `${name} ${message} ${stack}`;
    if (expected.has(name) || this.#seen.has(kind) || this.#seen.size >= mostErrors) return;
    this.#seen.add(kind);
    this.#logger.emit({
      timestamp,
      context,
      severityNumber: SeverityNumber.ERROR,
      severityText: 'ERROR',
      body: message,
      attributes: {
        [attributes.eventName]: 'exception',
        [attributes.errorSource]: source,
        [attributes.exceptionType]: name,
        [attributes.exceptionMessage]: message,
        [attributes.exceptionStack]: stack,
      },
    });
  }
}

function describe(error: unknown) {
  // Anything can be thrown; what is no error may hold anything.
  const other = { name: typeof error, message: 'not an Error', stack: '' };
  const { name, message, stack } = asError(error) ?? other;
  return {
    name,
    message: withoutQueries(message).slice(0, longestMessage),
    stack: withoutQueries(stack ?? '').slice(0, longestStack),
  };
}

/** What people look for stands in the queries of addresses. */
function withoutQueries(text: string): string {
  return text.replaceAll(/\?[^\s:)"']*/g, '');
}
