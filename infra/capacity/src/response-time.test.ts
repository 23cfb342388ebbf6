import { demandOf } from './demand.ts';
import { usualMix } from './mix.ts';
import { rateAt, responseTime } from './response-time.ts';
import { madeUp, present } from './testing/made-up.ts';

const demand = demandOf(madeUp, usualMix);

test('alone a request takes what all programs work for it, but telemetry, for which nobody waits', () => {
  expect(responseTime(demand, present, 0).mean).toBeCloseTo(0.004);
});

test('the knee is where the time is said to double, and well below the end of the main thread', () => {
  const knee = rateAt(2, demand, present);
  expect(responseTime(demand, present, knee).mean).toBeCloseTo(0.008);
  expect(knee).toBeLessThan(900);
  expect(responseTime(demand, present, 1000).mean).toBe(Number.POSITIVE_INFINITY);
});
