import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileName, type Signal } from '@recipe-book/otel-collector';

type Attributes = Readonly<Record<string, string>>;

/** A value at some time, milliseconds since 1970. */
type Value = readonly [at: number, value: number];

/** A folder like that of a stack's telemetry, with what a test makes up. */
export class MadeUpTelemetry {
  readonly folder = mkdtempSync(join(tmpdir(), 'recipe-book-made-up-'));

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** A counter as one pod sends it. */
  counter(name: string, pod: string, attributes: Attributes, values: readonly Value[]): void {
    const dataPoints = values.map(([at, value]) => ({
      timeUnixNano: nanos(at),
      asDouble: value,
      attributes: listOf(attributes),
    }));
    const sum = { aggregationTemporality: 2, isMonotonic: true, dataPoints };
    this.#metric({ name, sum }, pod);
  }

  gauge(name: string, pod: string, values: readonly Value[]): void {
    const dataPoints = values.map(([at, value]) => ({ timeUnixNano: nanos(at), asDouble: value }));
    this.#metric({ name, gauge: { dataPoints } }, pod);
  }

  /** A histogram of which each value is the number of answers so far, all of them in one bucket. */
  histogram(
    name: string,
    pod: string,
    attributes: Attributes,
    bucket: { readonly bounds: readonly number[]; readonly at: number },
    values: readonly Value[],
  ): void {
    const dataPoints = values.map(([at, count]) => ({
      timeUnixNano: nanos(at),
      count: String(count),
      sum: count,
      explicitBounds: bucket.bounds,
      bucketCounts: [...bucket.bounds, Number.POSITIVE_INFINITY].map((_, index) =>
        String(index === bucket.at ? count : 0),
      ),
      attributes: listOf(attributes),
    }));
    this.#metric({ name, histogram: { aggregationTemporality: 2, dataPoints } }, pod);
  }

  log(body: string, pod: string, service: string, attributes: Attributes, at: number): void {
    const record = {
      timeUnixNano: nanos(at),
      body: { stringValue: body },
      attributes: listOf(attributes),
    };
    const resource = resourceOf(pod, service);
    this.#write('logs', { resourceLogs: [{ resource, scopeLogs: [{ logRecords: [record] }] }] });
  }

  #metric(metric: object, pod: string): void {
    const resource = resourceOf(pod, 'recipe-book-api');
    this.#write('metrics', {
      resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [metric] }] }],
    });
  }

  #write(signal: Signal, message: object): void {
    const file = join(this.folder, 'app-1', fileName(signal));
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify(message)}\n`);
  }
}

function resourceOf(pod: string, service: string) {
  return { attributes: listOf({ 'service.name': service, 'service.instance.id': pod }) };
}

function listOf(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } }));
}

function nanos(at: number): string {
  return `${Math.round(at)}000000`;
}
