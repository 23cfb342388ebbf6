import { columnOf, streamOf, traceNumbers, wantedStreams } from '@recipe-book/openobserve';
import type { Signal } from '@recipe-book/otel-collector';
import type { Settings } from '@recipe-book/settings';
import { messagesOf } from './messages.ts';
import type { Table } from './sql.ts';

type Row = Record<string, string | number>;
type Attributes = { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];

/** The parts of OTLP/JSON that become columns. */
interface Resource {
  readonly resource?: { readonly attributes?: Attributes };
}
interface Logs extends Resource {
  readonly scopeLogs?: {
    readonly logRecords?: {
      readonly timeUnixNano?: string;
      readonly observedTimeUnixNano?: string;
      readonly severityText?: string;
      readonly body?: Readonly<Record<string, unknown>>;
      readonly attributes?: Attributes;
      readonly traceId?: string;
      readonly spanId?: string;
    }[];
  }[];
}
interface Traces extends Resource {
  readonly scopeSpans?: {
    readonly spans?: {
      readonly traceId: string;
      readonly spanId: string;
      readonly name: string;
      readonly kind: number;
      readonly startTimeUnixNano: string;
      readonly endTimeUnixNano: string;
      readonly attributes?: Attributes;
      readonly status?: { readonly code?: number; readonly message?: string };
    }[];
  }[];
}
interface Points extends Resource {
  readonly scopeMetrics?: {
    readonly metrics?: {
      readonly name: string;
      readonly gauge?: { readonly dataPoints?: readonly Point[] };
      readonly sum?: { readonly dataPoints?: readonly Point[] };
    }[];
  }[];
}
interface Point {
  readonly timeUnixNano: string;
  readonly attributes?: Attributes;
  readonly asInt?: string | number;
  readonly asDouble?: number;
}

/**
 * The streams that OpenObserve would make of what the Collectors of a stack wrote, by its own rules for names
 * and types. Columns are those that the provisioner makes.
 */
export class Streams {
  readonly #settings: Settings;
  readonly #rows = new Map<string, Row[]>();
  /** Lines of each file that are in there. */
  readonly #loaded = new Map<string, number>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Adds what is new in the files. @param telemetryDir of the stack. */
  load(telemetryDir: string): void {
    const { OPENOBSERVE_STREAM_LOGS: logs, OPENOBSERVE_STREAM_TRACES: traces } = this.#settings;
    for (const row of logRows(this.#news<Logs>(telemetryDir, 'logs'))) this.#add(logs, row);
    for (const row of spanRows(this.#news<Traces>(telemetryDir, 'traces'))) this.#add(traces, row);
    for (const [name, row] of pointRows(this.#news<Points>(telemetryDir, 'metrics'))) {
      this.#add(name, row);
    }
  }

  /**
   * Some of them as tables.
   * @param names of streams; default: all.
   * @param since leaves out what is older, microseconds since 1970.
   */
  tables(names?: ReadonlySet<string>, since = 0): Record<string, Table> {
    const wanted = [...wantedStreams(this.#settings)].filter(([name]) => names?.has(name) ?? true);
    return Object.fromEntries(
      wanted.map(([name, { columns, type }]) => {
        const numbers = type === 'traces' ? traceNumbers : [];
        const types = Object.fromEntries([
          ['_timestamp', 'Int64'],
          ...columns.map((column) => [column.name, column.type]),
          ...numbers.map((column) => [column, 'Int64']),
        ]) as Table['columns'];
        const rows = (this.#rows.get(name) ?? []).filter(
          (row) => Number(row['_timestamp']) > since,
        );
        return [name, { columns: types, rows: rows.map((row) => only(row, types)) }];
      }),
    );
  }

  #add(stream: string, row: Row): void {
    const name = streamOf(stream);
    const there = this.#rows.get(name) ?? [];
    there.push(row);
    this.#rows.set(name, there);
  }

  /** Resources with what each has sent. */
  *#news<T>(telemetryDir: string, signal: Signal): Generator<T> {
    for (const [file, lines] of messagesOf(telemetryDir, signal)) {
      for (const line of lines.slice(this.#loaded.get(file) ?? 0)) {
        for (const list of Object.values(JSON.parse(line) as Record<string, T[]>)) yield* list;
      }
      this.#loaded.set(file, lines.length);
    }
  }
}

function* logRows(messages: Iterable<Logs>): Generator<Row> {
  for (const { resource, scopeLogs = [] } of messages) {
    for (const record of scopeLogs.flatMap((scope) => scope.logRecords ?? [])) {
      yield {
        _timestamp: micros(record.timeUnixNano || record.observedTimeUnixNano),
        severity: record.severityText ?? '',
        body: textOf(record.body),
        ...(record.traceId && { trace_id: record.traceId }),
        ...(record.spanId && { span_id: record.spanId }),
        ...columns(resource?.attributes),
        ...columns(record.attributes),
      };
    }
  }
}

function* spanRows(messages: Iterable<Traces>): Generator<Row> {
  for (const { resource, scopeSpans = [] } of messages) {
    for (const span of scopeSpans.flatMap((scope) => scope.spans ?? [])) {
      const { code = 0, message = '' } = span.status ?? {};
      const ofResource = Object.entries(columns(resource?.attributes));
      yield {
        ...columns(span.attributes),
        ...Object.fromEntries(
          ofResource.map(([name, value]) => [
            name === 'service_name' ? name : `service_${name}`,
            value,
          ]),
        ),
        _timestamp: micros(span.startTimeUnixNano),
        start_time: Number(span.startTimeUnixNano),
        end_time: Number(span.endTimeUnixNano),
        duration: micros(span.endTimeUnixNano) - micros(span.startTimeUnixNano),
        trace_id: span.traceId,
        span_id: span.spanId,
        operation_name: span.name,
        span_kind: String(span.kind),
        span_status: ['UNSET', 'OK', 'ERROR'][code] ?? 'UNSET',
        status_code: code,
        status_message: message,
      };
    }
  }
}

function* pointRows(messages: Iterable<Points>): Generator<[string, Row]> {
  for (const { resource, scopeMetrics = [] } of messages) {
    for (const { name, gauge, sum } of scopeMetrics.flatMap((scope) => scope.metrics ?? [])) {
      for (const point of (gauge ?? sum)?.dataPoints ?? []) {
        yield [
          name,
          {
            _timestamp: micros(point.timeUnixNano),
            value: Number(point.asDouble ?? point.asInt),
            ...columns(resource?.attributes),
            ...columns(point.attributes),
          },
        ];
      }
    }
  }
}

function columns(attributes: Attributes = []): Row {
  return Object.fromEntries(attributes.map(({ key, value }) => [columnOf(key), textOf(value)]));
}

/** All values as text, as OpenObserve has those of spans and metrics. */
function textOf(value: Readonly<Record<string, unknown>> = {}): string {
  const [plain = ''] = Object.values(value);
  return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
}

function micros(nanos = '0'): number {
  return Math.floor(Number(nanos) / 1000);
}

function only(row: Row, types: Table['columns']): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in types));
}
