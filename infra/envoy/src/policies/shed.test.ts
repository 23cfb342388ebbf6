import fc from 'fast-check';
import { shedPerRoute } from '../filters/shed.ts';
import { resultOf } from '../testing/cel.ts';
import { anyPolicies } from '../testing/policies.ts';
import type { Policy } from './policy.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const midnight = Date.UTC(2026, 5, 1) / 1000;

/** The seconds that a client is told to wait, which is far over a limit at a time in Unix seconds. */
function told(policies: readonly Policy[], time: number): number {
  const expression = /%CEL\((.*)\)%/.exec(JSON.stringify(shedPerRoute(policies)))?.[1] ?? '';
  return resultOf(expression, time) ?? Number.NaN;
}

function limit(windowSeconds: number, more: Partial<Policy> = {}): Policy {
  const name = `each-${windowSeconds}`;
  const scope = { paths: ['/**'] };
  return { name, client: { by: 'address' }, scope, requests: 5, windowSeconds, ...more };
}

/** When the window ends that a time is in. */
function endOf(windowSeconds: number, time: number): number {
  return Math.floor(time / windowSeconds + 1) * windowSeconds;
}

const windows = [1, 5, 27, 60, 90, 900, 1200, 1800, 2400, 2700, hour, 2 * hour, 3 * hour, day];

test('nobody is told a time before the last of the windows has ended that may refuse them, nor a later one', () => {
  fc.assert(
    fc.property(anyPolicies(windows), fc.nat(2 * day), (policies, second) => {
      const time = midnight + second;
      const ends = policies
        .filter(({ shadow, client }) => !shadow && client.by !== 'everyone')
        .map(({ windowSeconds }) => endOf(windowSeconds, time));
      expect(time + told(policies, time)).toBe(Math.max(time, ...ends));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['both', [20 * minute, 30 * minute], 5 * minute, 30 * minute],
  ['both, of which the shorter ends later', [20 * minute, 30 * minute], 25 * minute, 40 * minute],
  ['both, in the other order', [30 * minute, 20 * minute], 25 * minute, 40 * minute],
  ['both that end together', [20 * minute, 30 * minute], 45 * minute, hour],
  ['three', [20 * minute, 30 * minute, 16 * minute], 31 * minute, hour],
  ['one in another', [minute, 15 * minute], 14.5 * minute, 15 * minute],
  ['a day', [15 * minute, day], 3.2 * hour, day],
  ['a day that has just begun', [day], day, 2 * day],
])('the time told is the last end of %s', (_what, lengths, second, end) => {
  const policies = lengths.map((length) => limit(length));
  expect(second + told(policies, midnight + second)).toBe(end);
});
