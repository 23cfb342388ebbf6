import type { Settings } from '@recipe-book/settings';
import { ofLongAnswers } from '../pipeline/long-answers.ts';
import { condition, decisionSeconds, share, slowTraceMs } from '../pipeline/sampling.ts';

/**
 * Spans a second, for twice as many at once, of traces that are kept for what a browser says: some forty pages a
 * second. Anybody can say it, and what is kept takes up the queue.
 */
const spansPerSecond = 200;

/**
 * What is worth keeping of what browsers tell: web vitals, of each of which there is one for a page that somebody saw (a share
 * would be too few for percentiles), what failed, and what was slow but for answers that are to last.
 */
const worthKeeping = [
  'span.attributes["web_vital.name"] != nil',
  'span.status.code == STATUS_CODE_ERROR',
  `span.end_time - span.start_time >= Duration("${slowTraceMs}ms") and not (${ofLongAnswers.join(' or ')})`,
];

/**
 * Keeps of what browsers say what is worth it, as far as that is not too much, and of the rest the same share by trace
 * id as of our own. What they send and what came of it may well reach different Collectors, so that neither could
 * wait for the other; and a flood of theirs must not push out our own traces, which is why they have no place among those.
 */
export function webSampling(settings: Settings) {
  return {
    decision_wait: `${decisionSeconds(settings)}s`,
    num_traces: 10_000,
    decision_cache: { sampled_cache_size: 40_000, non_sampled_cache_size: 40_000 },
    policies: [
      {
        name: 'browsers',
        type: 'and',
        and: {
          and_sub_policy: [
            condition('worth-keeping', worthKeeping),
            {
              name: 'not-too-many',
              type: 'rate_limiting',
              rate_limiting: { spans_per_second: spansPerSecond },
            },
          ],
        },
      },
      share(settings),
    ],
  };
}
