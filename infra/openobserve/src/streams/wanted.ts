import type { Settings } from '@recipe-book/settings';
import { logColumns, metricColumns, traceColumns } from '../emitted/columns.ts';
import { columnsOf, metrics, streamsOf } from '../emitted/metrics.ts';
import { streamOf } from '../names.ts';

export type StreamType = 'logs' | 'traces' | 'metrics';

/** A stream as it shall be. */
export interface Stream {
  readonly type: StreamType;
  /** Days. */
  readonly retention: number;
  /** Columns that it begins with: queries and alerts may name them before anything has come. */
  readonly columns: readonly { readonly name: string; readonly type: 'Utf8' | 'Float64' }[];
  /** Columns in which words are found. */
  readonly fullText: readonly string[];
  /** Columns by which rows are found at once, besides those that OpenObserve indexes by itself. */
  readonly indexed: readonly string[];
}

/** Every stream that the Collector fills, by its name in OpenObserve. */
export function wantedStreams(settings: Settings): ReadonlyMap<string, Stream> {
  return new Map<string, Stream>([
    [streamOf(settings.OPENOBSERVE_STREAM_LOGS), logs(settings.OPENOBSERVE_RETENTION_LOGS)],
    [streamOf(settings.OPENOBSERVE_STREAM_TRACES), traces(settings.OPENOBSERVE_RETENTION_TRACES)],
    ...Object.values(metrics).flatMap((metric) =>
      streamsOf(metric).map((name): [string, Stream] => [
        name,
        {
          type: 'metrics',
          retention: settings.OPENOBSERVE_RETENTION_METRICS,
          columns: [
            { name: 'value', type: 'Float64' },
            ...[...metricColumns, ...columnsOf(metric)].map(asText),
          ],
          fullText: [],
          indexed: [],
        },
      ]),
    ),
  ]);
}

function logs(retention: number): Stream {
  return {
    type: 'logs',
    retention,
    columns: logColumns.map(asText),
    fullText: ['body'],
    indexed: ['requestid', 'userid'],
  };
}

function traces(retention: number): Stream {
  return {
    type: 'traces',
    retention,
    columns: traceColumns.map(asText),
    fullText: [],
    indexed: ['request_id'],
  };
}

function asText(name: string) {
  return { name, type: 'Utf8' } as const;
}
