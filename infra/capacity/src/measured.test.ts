import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualAssumptions } from './assumptions.ts';
import { demandOf } from './demand.ts';
import { readMeasured, writeMeasured } from './measured.ts';
import { usualMix } from './mix.ts';
import { planFor } from './plan.ts';
import { presentOf } from './present.ts';
import { madeUp } from './testing/made-up.ts';

test('the figures that are kept make a plan, with production as it is generated', () => {
  const demand = demandOf(readMeasured(), usualMix);
  const { pods, redis, limits } = planFor(10_000, demand, presentOf(), usualAssumptions);
  // More than a handful and fewer than any such cluster has.
  expect(pods.needed).toBeGreaterThan(5);
  expect(pods.needed).toBeLessThan(500);
  expect(redis.hottest).toBeLessThan(redis.busy);
  expect(limits.every(({ rate }) => rate > 0 && Number.isFinite(rate))).toBe(true);
});

test('figures of which one is missing are not kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capacity-'));
  const file = join(folder, 'cpu.json');
  writeFileSync(file, 'as before');
  const { list } = madeUp.costs;
  const costs = { ...madeUp.costs, list: { ...list, databaseCommands: Number.NaN } };
  expect(() => writeMeasured({ ...madeUp, costs }, file)).toThrow('costs.list.databaseCommands');
  expect(readFileSync(file, 'utf8')).toBe('as before');
  writeMeasured(madeUp, file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(madeUp);
  rmSync(folder, { recursive: true });
});
