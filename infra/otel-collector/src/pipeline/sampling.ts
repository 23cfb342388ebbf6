import type { Settings } from '@recipe-book/settings';
import { ofLongAnswers } from './long-answers.ts';

/** A trace that took at least this long is always kept, in milliseconds. */
export const slowTraceMs = 1000;

/**
 * Keeps every trace with an error and every slow one (but for answers that are to last), and a share of the rest by
 * trace id, so that all Collectors that see parts of a trace decide alike (contrib tailsamplingprocessor).
 * When the Collector ends it decides at once on what it holds.
 */
export function tailSampling(settings: Settings) {
  return {
    decision_wait: `${decisionSeconds(settings)}s`,
    num_traces: 50_000,
    // Of ids alone, for spans that come later: much more than the traces in memory, about 25 MiB each when full.
    decision_cache: { sampled_cache_size: 200_000, non_sampled_cache_size: 200_000 },
    policies: [
      condition('errors', ['span.status.code == STATUS_CODE_ERROR']),
      {
        // An answer that lasts is not slow. Its last spans come when the decision is long forgotten.
        name: 'slow',
        type: 'and',
        and: {
          and_sub_policy: [
            { name: 'lasts', type: 'latency', latency: { threshold_ms: slowTraceMs } },
            {
              name: 'is-to-last',
              type: 'not',
              not: {
                not_sub_policy: condition('long-answer', ofLongAnswers),
              },
            },
          ],
        },
      },
      share(settings),
    ],
  };
}

/** A policy for a share of all traces, by their ids alone. */
export function share(settings: Settings) {
  return {
    name: 'share',
    type: 'probabilistic',
    probabilistic: { sampling_percentage: keptShare(settings) * 100 },
  };
}

/** A policy for traces with a span that meets one of the conditions (OTTL). */
export function condition(name: string, span: readonly string[]) {
  return { name, type: 'ottl_condition', ottl_condition: { error_mode: 'ignore', span } };
}

/**
 * A decision holds for what comes later too, so it is taken when the longest request that Envoy lets
 * through (30 s) has ended. In development everything is kept anyway, and a developer waits for it.
 */
export function decisionSeconds(settings: Settings): number {
  return settings.APP_ENV === 'development' ? 5 : 35;
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
