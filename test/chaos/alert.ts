import type { PointEntry } from '@recipe-book/local';
import type { ShareAlert } from '@recipe-book/openobserve';

/**
 * Whether an alert would fire over a time, by the points that the Collector received: as its own query
 * counts, by how much each series has grown from its first value to its last.
 * @param from,to milliseconds since 1970, in place of the alert's own period.
 */
export function fires(
  { metric, part, above }: ShareAlert,
  points: readonly PointEntry[],
  from: number,
  to: number,
): boolean {
  const within = points.filter(
    (one) => one.metric === metric && one.time >= from && one.time <= to,
  );
  const ofPart = within.filter(({ attributes }) =>
    Object.entries(part).every(([name, value]) => attributes[name] === value),
  );
  return growth(ofPart) / growth(within) > above;
}

function growth(points: readonly PointEntry[]): number {
  const series = Map.groupBy(points, ({ resource, attributes }) =>
    JSON.stringify([resource, attributes]),
  );
  return [...series.values()]
    .map((values) => (values.at(-1)?.value ?? 0) - (values[0]?.value ?? 0))
    .reduce((sum, one) => sum + one, 0);
}
