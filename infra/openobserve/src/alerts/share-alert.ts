import { streamOf } from '../names.ts';
import type { AlertText, ValueAlert } from './alert.ts';

/** Fires when some part of what a counter counts makes up too large a share of it. */
export interface ShareAlert extends AlertText {
  /** Name of the counter as OpenTelemetry has it. */
  readonly metric: string;
  /** Attributes of the part. */
  readonly part: Readonly<Record<string, string>>;
  /** Fires above this share, 0 to 1, of all pods together. */
  readonly above: number;
}

/** The same with its query. */
export function shareAlert({ metric, part, above, ...text }: ShareAlert): ValueAlert {
  const stream = streamOf(metric);
  const labels = Object.entries(part).map(([name, value]) => `${name}="${value}"`);
  const promql = share(`${stream}{${labels.join(',')}}`, stream, text.period);
  return { ...text, stream, promql, operator: '>', limit: above };
}

/**
 * How large a part of a counter has grown by, against the whole. Each pod has a series of its own, and a new
 * one after every start: only the sum tells something.
 */
export function share(part: string, whole: string, period: number): string {
  const grown = (selector: string) => `sum(increase(${selector}[${period}m]))`;
  return `${grown(part)} / ${grown(whole)}`;
}
