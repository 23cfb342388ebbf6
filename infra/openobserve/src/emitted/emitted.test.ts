import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateConversion, edgeConversions, rateLimitConversions } from '@recipe-book/envoy';
import { columnOf } from '../names.ts';
import { logColumns, resourceAttributes, traceColumns } from './columns.ts';
import type { Metric } from './metric.ts';
import { metrics } from './metrics.ts';

const root = join(import.meta.dirname, '../../../..');

/** Names, without values, from the files of Collectors of running stacks and of a cluster. */
const recorded: {
  resource: string[];
  metrics: Record<string, { type: string; attributes: string[] }>;
  logs: string[];
  spans: string[];
} = JSON.parse(readFileSync(join(import.meta.dirname, '../../recorded/emitted.json'), 'utf8'));

const declared: readonly Metric[] = Object.values(metrics);

test('every metric that a Collector was given is declared, as it came', () => {
  for (const [name, { type, attributes }] of Object.entries(recorded.metrics)) {
    const found = declared.find((one) => one.name === name);
    expect([name, found?.type]).toEqual([name, type]);
    expect(found?.attributes.toSorted()).toEqual(attributes);
  }
});

test('a declared metric that did not come has its name in the source', () => {
  const sources = [
    'app/src/telemetry/names.ts',
    ...globSync('infra/envoy/src/metrics/*.ts', { cwd: root }),
  ];
  const text = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const missing = declared.filter(({ name }) => recorded.metrics[name] === undefined);
  for (const { name } of missing) expect(text).toContain(`'${name}'`);
});

test('the metrics of Envoy have the attributes that it gives them', () => {
  for (const { metric, attributes = {} } of [
    ...rateLimitConversions,
    ...edgeConversions,
    certificateConversion,
  ]) {
    const found = declared.find(({ name }) => name === metric);
    expect(found?.attributes).toEqual(Object.keys(attributes));
  }
});

/** What browsers call things; none has sent anything to the Collectors that were recorded. */
const ofBrowsers = [
  ...readFileSync(join(root, 'web/src/telemetry/names.ts'), 'utf8').matchAll(/'(\w+(?:\.\w+)+)'/g),
].map(([, name = '']) => name);

test('columns are made of attributes that came', () => {
  const made = (names: readonly string[]) => names.map(columnOf);
  const always = ['body', 'severity', 'trace_id', 'span_id'];
  const resource = made(recorded.resource);
  expect(recorded.resource).toEqual(expect.arrayContaining([...resourceAttributes]));
  expect([...always, ...resource, ...made(recorded.logs)]).toEqual(
    expect.arrayContaining([...logColumns]),
  );
  const ofSpans = ['operation_name', 'service_name', 'span_kind', 'span_status', 'status_message'];
  expect([
    ...always,
    ...ofSpans,
    ...resource.map((one) => `service_${one}`),
    ...made([...recorded.spans, ...ofBrowsers]),
  ]).toEqual(expect.arrayContaining([...traceColumns]));
});
