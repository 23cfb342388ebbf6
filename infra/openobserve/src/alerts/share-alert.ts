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
  /** How far it looks back. Minutes. */
  readonly window: number;
}

/** The same with its query. */
export function shareAlert({ metric, part, above, window, ...text }: ShareAlert): ValueAlert {
  const stream = streamOf(metric);
  const labels = Object.entries(part).map(([name, value]) => `${name}="${value}"`);
  const promql = share(`${stream}{${labels.join(',')}}`, stream, window);
  return { ...text, stream, promql, operator: '>', limit: above };
}

/**
 * How large a part of a counter has grown by, against the whole. Each pod has a series of its own, and a new
 * one after every start: only the sum tells something.
 * @param window minutes.
 */
export function share(part: string, whole: string, window: number): string {
  return `${grown(part, window)} / ${grown(whole, window)}`;
}

/** How much counters have grown by, all together. @param window minutes. */
export function grown(selector: string, window: number): string {
  return `sum(increase(${selector}[${window}m]))`;
}

/**
 * Added to a value, leaves it as it is where counters have grown by so much, and else leaves nothing of it.
 * @param window minutes.
 */
export function atLeast(floor: number, selector: string, window: number): string {
  return ` + 0 * (${grown(selector, window)} >= ${floor})`;
}
