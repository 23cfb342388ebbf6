import { metrics } from '@opentelemetry/api';
import { instrumentationScope, labels, metricNames } from '../telemetry/names.ts';

/**
 * How a cached read went: the answer was there; it was made; somebody else was making it; it was
 * made and not kept, because it could have changed or was too large; Redis failed, and it was made.
 */
export type Outcome = 'hit' | 'miss' | 'shared' | 'bypassed' | 'error';

/** Counts how cached reads went. */
export class Outcomes {
  readonly #counter = metrics.getMeter(instrumentationScope).createCounter(metricNames.cacheReads, {
    description: 'Reads of what the cache may hold, by how they went',
    unit: '{read}',
  });

  count(outcome: Outcome): void {
    this.#counter.add(1, { [labels.result]: outcome });
  }
}
