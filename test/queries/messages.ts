import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileName, type Signal } from '@recipe-book/otel-collector';

/**
 * What each Collector of a stack has written of a signal: OTLP/JSON, one message a line. The last line may be
 * in the making, and is left for later.
 * @param telemetryDir of the stack.
 */
export function messagesOf(telemetryDir: string, signal: Signal): Map<string, readonly string[]> {
  const files = readdirSync(telemetryDir).map((instance) =>
    join(telemetryDir, instance, fileName(signal)),
  );
  return new Map(
    files
      .filter((file) => existsSync(file))
      .map((file) => [file, readFileSync(file, 'utf8').split('\n').slice(0, -1)]),
  );
}
