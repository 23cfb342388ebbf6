import { SpanStatusCode, trace } from '@opentelemetry/api';

/**
 * Puts an error on the current span. Called only where an error is dealt with, so each is recorded
 * once, and none that was expected.
 */
export function recordException(error: unknown): void {
  const span = trace.getActiveSpan();
  span?.recordException(error instanceof Error ? error : String(error));
  span?.setStatus({ code: SpanStatusCode.ERROR });
}
