import type { Metric } from '../emitted/metric.ts';
import { streamFor } from '../emitted/metrics.ts';
import type { StreamType } from '../streams/wanted.ts';

type Unit = 'seconds' | 'milliseconds' | 'microseconds' | 'bytes' | 'percent-1' | 'numbers';

interface PanelBase {
  readonly title: string;
  readonly description?: string;
  readonly unit?: Unit;
  /** How much of the dashboard's width it takes; default: half. */
  readonly width?: 'half' | 'whole';
}

/** Lines over time of a PromQL query. */
export interface LinesPanel extends PanelBase {
  readonly kind: 'lines';
  /** Stream that the query is mainly about. */
  readonly stream: string;
  readonly promql: string;
  /** Name of each line; `{label}` is filled in. */
  readonly legend: string;
}

/** The rows of an SQL query. */
export interface TablePanel extends PanelBase {
  readonly kind: 'table';
  readonly stream: string;
  readonly streamType: StreamType;
  readonly sql: string;
  /** Titles of the columns with text by the names that the query gives them. */
  readonly columns: Readonly<Record<string, string>>;
  /** The same for those with numbers. */
  readonly figures: Readonly<Record<string, string>>;
}

export type Panel = LinesPanel | TablePanel;

/** How fast a counter grows, by some of its labels. Per second, over five minutes. */
export function rate(
  metric: Metric,
  by: readonly string[],
  panel: PanelBase & { readonly part?: 'count' | 'sum'; readonly legend: string },
): LinesPanel {
  const { part, ...rest } = panel;
  const stream = streamFor(metric, part);
  return { kind: 'lines', ...rest, stream, promql: `sum${grouped(by)} (rate(${stream}[5m]))` };
}

/** A quantile of a histogram, over five minutes. */
export function quantile(
  metric: Metric,
  share: number,
  by: readonly string[],
  panel: PanelBase & {
    readonly legend: string;
    /** Which series, as PromQL selects them; default: all. */
    readonly of?: string;
  },
): LinesPanel {
  const { of = '', ...rest } = panel;
  const stream = streamFor(metric, 'bucket');
  const promql = `histogram_quantile(${share}, sum${grouped(['le', ...by])} (rate(${stream}${of}[5m])))`;
  return { kind: 'lines', unit: 'seconds', ...rest, stream, promql };
}

/** What a gauge shows, by some of its labels. */
export function level(
  metric: Metric,
  aggregate: 'sum' | 'max' | 'min',
  by: readonly string[],
  panel: PanelBase & { readonly legend: string },
): LinesPanel {
  const stream = streamFor(metric);
  return { kind: 'lines', ...panel, stream, promql: `${aggregate}${grouped(by)} (${stream})` };
}

function grouped(by: readonly string[]): string {
  return by.length === 0 ? '' : ` by (${by.join(', ')})`;
}
