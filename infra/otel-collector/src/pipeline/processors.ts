import type { Settings } from '@recipe-book/settings';
import { redaction, textRedaction } from './redaction.ts';
import { tailSampling } from './sampling.ts';

/** What happens to telemetry on its way, in the order in which the pipelines name it. */
export function processors(settings: Settings) {
  return {
    // Refuses data before memory runs out; senders then try again.
    memory_limiter: { check_interval: '1s', limit_mib: 200, spike_limit_mib: 50 },
    redaction: redaction(settings),
    'transform/redaction': textRedaction(settings),
    tail_sampling: tailSampling(settings),
    batch: { timeout: settings.APP_ENV === 'development' ? '200ms' : '5s', send_batch_size: 2048 },
  };
}
