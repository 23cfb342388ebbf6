import type { EnvoyState, RatelimitState } from '../snapshot.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { rateLimiting } from './rate-limiting.ts';

/** An Envoy that knows some servers, and what it let pass uncounted before and after. */
function envoy(known: number, healthy: number, uncounted: readonly [number, number] = [3, 3]) {
  const [before, after] = uncounted.map(
    (number) =>
      new Map([
        ['cluster.ratelimit.membership_total', known],
        ['cluster.ratelimit.membership_healthy', healthy],
        ['cluster.app.ratelimit.rate-limit.failure_mode_allowed', number],
      ]),
  );
  return { before, after } as EnvoyState;
}

function found(state: EnvoyState) {
  const findings = rateLimiting.findings(snapshotWith({ envoys: new Map([['pod', state]]) }));
  return findings.map(({ level, what }) => `${level}: ${what}`);
}

test('what passed uncounted earlier is over', () => {
  expect(found(envoy(2, 2))).toEqual([]);
});

test.each([
  [envoy(0, 0), 'error: Envoy knows no ratelimit service, so requests pass uncounted'],
  [
    envoy(2, 0),
    'error: Envoy reaches no ratelimit service that counts (2 known), so requests pass uncounted',
  ],
  [envoy(2, 2, [3, 8]), 'error: Envoy lets requests pass uncounted: 5 while it was looked at'],
  [envoy(3, 1), 'warning: Envoy leaves out 2 of 3 servers of the ratelimit service'],
])('%#', (state, text) => {
  expect(found(state)).toEqual([text]);
});

test.each<[RatelimitState, string[]]>([
  [{ status: 200, text: '' }, []],
  [
    { status: 500, text: 'OOM command not allowed' },
    ['the ratelimit service cannot count (status 500): OOM command not allowed'],
  ],
  [{ text: '' }, ['the ratelimit service does not answer a call that goes to Redis']],
])('a ratelimit service that answers %j', (state, texts) => {
  const findings = rateLimiting.findings(snapshotWith({ ratelimits: new Map([['pod', state]]) }));
  expect(findings.map(({ what }) => what)).toEqual(texts);
});
