import type { Settings } from '@recipe-book/settings';

/** A trace that took at least this long is always kept, in milliseconds. */
const slowTraceMs = 1000;

/**
 * Keeps every trace with an error and every slow one, and a share of the rest by trace id, so that
 * all Collectors that see parts of a trace decide alike (contrib tailsamplingprocessor).
 */
export function tailSampling(settings: Settings) {
  return {
    // Long enough for the slowest request that Envoy lets through to be seen as a whole is 30 s;
    // most end within this, and what comes later follows the decision already made.
    decision_wait: '5s',
    num_traces: 20_000,
    decision_cache: { sampled_cache_size: 20_000, non_sampled_cache_size: 20_000 },
    policies: [
      { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
      { name: 'slow', type: 'latency', latency: { threshold_ms: slowTraceMs } },
      {
        name: 'share',
        type: 'probabilistic',
        probabilistic: { sampling_percentage: keptShare(settings) * 100 },
      },
    ],
  };
}

/** The share of ordinary traces that is kept, from the OpenTelemetry sampler settings. */
export function keptShare(settings: Settings): number {
  switch (settings.OTEL_TRACES_SAMPLER) {
    case 'always_on':
    case 'parentbased_always_on':
      return 1;
    case 'always_off':
    case 'parentbased_always_off':
      return 0;
    case 'traceidratio':
    case 'parentbased_traceidratio':
      return settings.OTEL_TRACES_SAMPLER_ARG;
  }
}
