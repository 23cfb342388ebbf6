/**
 * Adds the names in what Collectors wrote to `recorded/emitted.json`, without any value:
 * `infra/tools/with-node infra/openobserve/src/testing/record.ts .run/8080/telemetry`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Attributed {
  readonly attributes?: readonly { readonly key: string }[];
}
interface Recorded {
  resource: string[];
  metrics: Record<string, { type: string; attributes: string[] }>;
  logs: string[];
  spans: string[];
}

const [folder = '.run/8080/telemetry'] = process.argv.slice(2);
const file = join(import.meta.dirname, '../../recorded/emitted.json');
const recorded: Recorded = JSON.parse(readFileSync(file, 'utf8'));

for (const { resource, scopeMetrics = [] } of read('metrics', 'resourceMetrics')) {
  recorded.resource = joined(recorded.resource, [resource]);
  for (const metric of scopeMetrics.flatMap(({ metrics = [] }) => metrics)) {
    const type = ['sum', 'gauge', 'histogram'].find((one) => metric[one]) ?? '';
    const there = recorded.metrics[metric.name]?.attributes ?? [];
    const attributes = joined(there, metric[type].dataPoints);
    recorded.metrics[metric.name] = { type, attributes };
  }
}
for (const { resource, scopeLogs = [] } of read('logs', 'resourceLogs')) {
  recorded.resource = joined(recorded.resource, [resource]);
  for (const { logRecords } of scopeLogs) recorded.logs = joined(recorded.logs, logRecords);
}
for (const { resource, scopeSpans = [] } of read('traces', 'resourceSpans')) {
  recorded.resource = joined(recorded.resource, [resource]);
  for (const { spans } of scopeSpans) recorded.spans = joined(recorded.spans, spans);
}
recorded.metrics = Object.fromEntries(
  Object.entries(recorded.metrics).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);

// biome-ignore lint/suspicious/noExplicitAny: the whole of OTLP/JSON, of which only names are looked at
function read(signal: string, key: string): any[] {
  return readdirSync(folder).flatMap((instance) =>
    readFileSync(join(folder, instance, `${signal}.jsonl`), 'utf8')
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => JSON.parse(line)[key] ?? []),
  );
}

function joined(names: readonly string[], things: readonly Attributed[] = []): string[] {
  const found = things.flatMap(({ attributes = [] }) => attributes.map(({ key }) => key));
  return [...new Set([...names, ...found])].toSorted();
}
