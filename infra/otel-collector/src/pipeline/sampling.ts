import type { Settings } from '@recipe-book/settings';
import { webService } from '../web/schema.ts';
import { ofLongAnswers } from './long-answers.ts';

/** A trace that took at least this long is always kept, in milliseconds. */
const slowTraceMs = 1000;

/**
 * Spans a second, for twice as many at once, of traces that are kept for what a browser says: some forty pages a
 * second. Anybody can say it, and what is kept takes up the queue.
 */
const browserSpansPerSecond = 200;

const ofBrowser = `resource.attributes["service.name"] == "${webService}"`;

/**
 * What is worth keeping of what browsers tell: web vitals, of each of which there is one for a page that somebody saw (a share
 * would be too few for percentiles), what failed, and what was slow but for answers that are to last.
 */
const worthKeeping = [
  'span.attributes["web_vital.name"] != nil',
  `${ofBrowser} and span.status.code == STATUS_CODE_ERROR`,
  `${ofBrowser} and span.end_time - span.start_time >= Duration("${slowTraceMs}ms") and not (${ofLongAnswers.join(' or ')})`,
];

/**
 * Keeps every trace with an error and every slow one (but for answers that are to last) by what our services say, those by
 * what browsers say as far as they are not too many, and a share of the rest by trace id, so that all Collectors that see parts of a trace decide alike (contrib tailsamplingprocessor).
 * When the Collector ends it decides at once on what it holds.
 */
export function tailSampling(settings: Settings) {
  return {
    decision_wait: `${decisionSeconds(settings)}s`,
    num_traces: 50_000,
    // Of ids alone, for spans that come later: much more than the traces in memory, about 25 MiB each when full.
    decision_cache: { sampled_cache_size: 200_000, non_sampled_cache_size: 200_000 },
    policies: [
      condition('errors', [`not (${ofBrowser}) and span.status.code == STATUS_CODE_ERROR`]),
      {
        // An answer that lasts is not slow. Its last spans come when the decision is long forgotten.
        name: 'slow',
        type: 'and',
        and: {
          and_sub_policy: [
            { name: 'lasts', type: 'latency', latency: { threshold_ms: slowTraceMs } },
            condition('not-of-browsers-alone', [`not (${ofBrowser})`]),
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
      {
        name: 'browsers',
        type: 'and',
        and: {
          and_sub_policy: [
            condition('worth-keeping', worthKeeping),
            {
              name: 'not-too-many',
              type: 'rate_limiting',
              rate_limiting: { spans_per_second: browserSpansPerSecond },
            },
          ],
        },
      },
      {
        name: 'share',
        type: 'probabilistic',
        probabilistic: { sampling_percentage: keptShare(settings) * 100 },
      },
    ],
  };
}

/** A policy for traces with a span that meets one of the conditions (OTTL). */
function condition(name: string, span: readonly string[]) {
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
