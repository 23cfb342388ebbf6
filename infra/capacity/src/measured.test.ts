import { usualAssumptions } from './assumptions.ts';
import { demandOf } from './demand.ts';
import { readMeasured } from './measured.ts';
import { usualMix } from './mix.ts';
import { planFor } from './plan.ts';
import { presentOf } from './present.ts';

test('the figures that are kept make a plan, with production as it is generated', () => {
  const demand = demandOf(readMeasured(), usualMix);
  const { pods, redis, limits } = planFor(10_000, demand, presentOf(), usualAssumptions);
  // More than a handful and fewer than any such cluster has.
  expect(pods.needed).toBeGreaterThan(5);
  expect(pods.needed).toBeLessThan(500);
  expect(redis.hottest).toBeLessThan(redis.busy);
  expect(limits.every(({ rate }) => rate > 0 && Number.isFinite(rate))).toBe(true);
});
