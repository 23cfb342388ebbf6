import { readFileSync, writeFileSync } from 'node:fs';
import type { Part } from '@recipe-book/local';

/** A Collector writes files in development alone, which would be measured with it. */
export function asInProduction(parts: readonly Part[]): Part[] {
  return parts.map((part) => (part.name === 'collector' ? withConfig(part, withoutFiles) : part));
}

/** No span, no metric and no log record is made anywhere; the Collector waits for some in vain. */
export function withoutTelemetry(parts: readonly Part[]): Part[] {
  return asInProduction(parts).map((part) => {
    if (part.name === 'app')
      return { ...part, env: { ...part.env, OTEL_EXPORTER_OTLP_ENDPOINT: '' } };
    return part.name === 'envoy' ? withConfig(part, withoutReports) : part;
  });
}

/** What reads a config, as `JSON.parse` takes it; `undefined` leaves a key out. */
type Reviver = (key: string, value: unknown) => unknown;

function withConfig(part: Part, reviver: Reviver): Part {
  const path = part.args.find((argument) => argument.endsWith('.json')) ?? '';
  const changed = path.replace(/\.json$/, '-changed.json');
  writeFileSync(changed, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'), reviver)));
  return { ...part, args: part.args.map((argument) => (argument === path ? changed : argument)) };
}

const withoutReports: Reviver = (key, value) =>
  ['tracing', 'access_log', 'stats_sinks'].includes(key) ? undefined : value;

const withoutFiles: Reviver = (key, value) => {
  if (key.startsWith('file/')) return undefined;
  return key === 'exporters' && Array.isArray(value)
    ? value.filter((name) => !String(name).startsWith('file/'))
    : value;
};
