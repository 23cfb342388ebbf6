import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { ATTR_DB_OPERATION_NAME } from '@opentelemetry/semantic-conventions';

/** Calls commands to Redis by their names, as the conventions have it: `GET` instead of `redis-GET`. */
export const redisSpans: SpanProcessor = {
  onStart(span) {
    if (span.instrumentationScope.name !== '@opentelemetry/instrumentation-redis') return;
    const operation = span.attributes[ATTR_DB_OPERATION_NAME];
    if (typeof operation === 'string') span.updateName(operation);
  },
  onEnd() {},
  async forceFlush() {},
  async shutdown() {},
};

/** Commands whose first argument is a key, which holds nothing that a user wrote. */
const keyed = new Set(['GET', 'SET']);

/** The text of a command as a span may hold it: without values, scripts and passwords. */
export function redisText(command: string, [first]: readonly (string | Buffer)[]): string {
  return keyed.has(command) ? `${command} ${first}` : command;
}
