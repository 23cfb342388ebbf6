import { type Span, trace } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { instrumentationScope, type SpanName } from './names.ts';

/**
 * Does a piece of work in a span of its own, below the current one. When it fails the span says by
 * which kind of error, and no more: whether that is an error is only known where it becomes an answer.
 * @param work may put attributes on the span: counts and kinds, never contents.
 */
export function inSpan<T>(name: SpanName, work: (span: Span) => T): T {
  return tracer().startActiveSpan(name, (span) => {
    const fail = (error: unknown) => endFailed(span, error);
    let result: T;
    try {
      result = work(span);
    } catch (error) {
      fail(error);
      throw error;
    }
    // Whoever waits for the result is told of a failure by it.
    if (result instanceof Promise) result.then(() => span.end(), fail);
    else span.end();
    return result;
  });
}

/** The same for what is made bit by bit; what is done for it stands beside the span, not below. */
export async function* whileInSpan<T>(
  name: SpanName,
  parts: (span: Span) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const span = tracer().startSpan(name);
  try {
    yield* parts(span);
  } catch (error) {
    endFailed(span, error);
    throw error;
  } finally {
    if (span.isRecording()) span.end();
  }
}

function tracer() {
  return trace.getTracer(instrumentationScope);
}

function endFailed(span: Span, error: unknown): void {
  span.setAttribute(ATTR_ERROR_TYPE, error instanceof Error ? error.name : '_OTHER');
  span.end();
}
