import { counter } from '../telemetry/counter.ts';
import { labels, metricNames } from '../telemetry/names.ts';

/**
 * How a cached read went: the answer was there; it was made; somebody else was making it; it was
 * made and not kept, because it could have changed or was too large; Redis failed, and it was made.
 */
const outcomes = ['hit', 'miss', 'shared', 'bypassed', 'error'] as const;

export type Outcome = (typeof outcomes)[number];

/** Counts how cached reads went. */
export class Outcomes {
  readonly count = counter(metricNames.cacheReads, {
    label: labels.result,
    values: outcomes,
    description: 'Reads of what the cache may hold, by how they went',
    unit: '{read}',
  });
}
