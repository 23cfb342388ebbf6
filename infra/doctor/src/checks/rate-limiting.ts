import { rateLimitConversions, rateLimitMetrics, rateLimitResults } from '@recipe-book/envoy';
import { clause, count } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { EnvoyState, RatelimitState } from '../snapshot.ts';

/** Rate limiting that fails open: users notice nothing, and nobody counts. */
export const rateLimiting: Check = {
  group: 'rate limiting',
  findings: (snapshot) => [
    ...[...snapshot.envoys].flatMap(([pod, state]) => ofEnvoy(pod, state)),
    ...[...snapshot.ratelimits].flatMap(([pod, state]) => ofService(pod, state)),
  ],
};

function ofEnvoy(pod: string, { before, after }: EnvoyState): Finding[] {
  const { servers, requests } = rateLimitMetrics;
  const known = sum(after, servers, { state: 'known' });
  const healthy = sum(after, servers, { state: 'healthy' });
  const result = rateLimitResults.uncounted;
  const uncounted = sum(after, requests, { result }) - sum(before, requests, { result });
  const object = `Pod ${pod}`;
  if (known === 0) {
    const what = 'Envoy knows no ratelimit service, so requests pass uncounted';
    return [
      { level: 'error', object, what, remedy: 'See whether the Service ratelimit has pods.' },
    ];
  }
  if (healthy === 0) {
    const what = `Envoy reaches no ratelimit service that counts (${known} known), so requests pass uncounted`;
    return [{ level: 'error', object, what, remedy: seeFailures }];
  }
  if (uncounted > 0) {
    const what = `Envoy lets requests pass uncounted: ${uncounted} while it was looked at`;
    return [{ level: 'error', object, what, remedy: seeFailures }];
  }
  if (healthy === known) return [];
  const what = `Envoy leaves out ${known - healthy} of ${count(known, 'server')} of the ratelimit service`;
  return [{ level: 'warning', object, what, remedy: seeFailures }];
}

const seeFailures = 'docs/failures.md, "Requests pass uncounted", says what to look at.';

function ofService(pod: string, { status, text }: RatelimitState): Finding[] {
  if (status === 200) return [];
  return [
    {
      level: 'error',
      object: `Pod ${pod}`,
      what:
        status === undefined
          ? 'the ratelimit service does not answer a call that goes to Redis'
          : `the ratelimit service cannot count (status ${status}): ${clause(text)}`,
      remedy:
        'See whether Redis runs, answers and has memory left, and whether its password is right.',
    },
  ];
}

/** The value of a metric, summed over all statistics that have the attributes. */
function sum(
  stats: ReadonlyMap<string, number>,
  metric: string,
  asked: Readonly<Record<string, string>>,
): number {
  return rateLimitConversions
    .filter(
      (one) =>
        one.metric === metric &&
        Object.entries(asked).every(([key, value]) => one.attributes?.[key] === value),
    )
    .reduce((total, { stat }) => total + (stats.get(stat) ?? 0), 0);
}
