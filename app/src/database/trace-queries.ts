import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  ATTR_DB_COLLECTION_NAME,
  ATTR_DB_NAMESPACE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
} from '@opentelemetry/semantic-conventions';
import { instrumentationScope } from '../telemetry/names.ts';
import type { FinishedCommand } from './commands.ts';
import { isDuplicate } from './errors.ts';
import { shapeOf } from './shape.ts';

/** Longest shape that a span holds, characters. */
const maxShape = 1000;

/**
 * Gives commands that a request sends a span each, with what they ask for but none of the values. The
 * instrumentation of the driver does not know the collection of some commands, calls what unique
 * indexes refuse an error, and puts the refused value on the span.
 */
export function traceQueries() {
  const tracer = trace.getTracer(instrumentationScope);
  return ({ name, collection, database, command, address, duration, error }: FinishedCommand) => {
    if (!trace.getActiveSpan()) return;
    const end = performance.now();
    const span = tracer.startSpan(`${name} ${collection}`, {
      kind: SpanKind.CLIENT,
      startTime: end - duration,
    });
    if (span.isRecording()) {
      const { hostname, port } = new URL(`tcp://${address}`);
      span.setAttributes({
        [ATTR_DB_SYSTEM_NAME]: 'mongodb',
        [ATTR_DB_NAMESPACE]: database,
        [ATTR_DB_OPERATION_NAME]: name,
        [ATTR_DB_COLLECTION_NAME]: collection,
        [ATTR_DB_QUERY_TEXT]: JSON.stringify(shapeOf(command)).slice(0, maxShape),
        [ATTR_SERVER_ADDRESS]: hostname,
        [ATTR_SERVER_PORT]: Number(port),
        ...(error && { [ATTR_ERROR_TYPE]: error.name }),
      });
      // A duplicate is what unique indexes are there for.
      if (error && !isDuplicate(error)) span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end(end);
  };
}
