import fc from 'fast-check';
import { ArgumentError } from './argument-error.ts';
import { usualAssumptions } from './assumptions.ts';
import { type Demand, demandOf } from './demand.ts';
import { usualMix } from './mix.ts';
import { type Placement, placementOf } from './nodes.ts';
import { planFor } from './plan.ts';
import { milliOf } from './quantities.ts';
import { settingsFor } from './settings-for.ts';
import { madeUp, present } from './testing/made-up.ts';

const usual = demandOf(madeUp, usualMix);
const seconds = fc.integer({ min: 200, max: 5000 }).map((value) => value / 1e6);
const demands: fc.Arbitrary<Demand> = fc
  .record({
    cpu: fc.record({
      app: seconds,
      envoy: seconds,
      collector: seconds,
      ratelimit: fc.oneof(seconds, fc.constant(0)),
      redis: fc.oneof(
        seconds.map((value) => value / 10),
        fc.constant(0),
      ),
      database: seconds,
    }),
    idle: fc.double({ min: 0, max: 0.2, noNaN: true }),
    besideMainThread: fc.double({ min: 0, max: 0.9, noNaN: true }),
  })
  .map(({ cpu, idle, besideMainThread }) => ({
    ...usual,
    cpu,
    appMainThread: cpu.app * (1 - besideMainThread),
    idle: { ...usual.idle, app: idle, envoy: idle, collector: idle },
  }));

/** Everything that the printed settings ask for, thousandths of a core. */
function asked(text: string): number {
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN);
  const cpu = (pattern: RegExp) => milliOf(pattern.exec(text)?.[1] ?? '');
  const pod =
    cpu(/^ {2}size: { cpu: '(\w+)'/m) +
    cpu(/envoySize: { cpu: '(\w+)'/) +
    cpu(/collectorSize: { cpu: '(\w+)'/);
  const limiter = cpu(/^ratelimit: .*size: { cpu: '(\w+)'/m) + present.ratelimitCollector;
  const redis = /^redis: .*size/m.test(text) ? 3 * cpu(/^redis: .*cpu: '(\w+)'/m) + 3 * 10 : 0;
  return (
    number(/maxReplicas: (\d+)/) * pod + number(/^ratelimit: { replicas: (\d+)/m) * limiter + redis
  );
}

test('nodes have the cores that the printed settings ask for, whatever is planned', () => {
  let planned = 0;
  fc.assert(
    fc.property(
      demands,
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 99 }),
      fc.double({ min: 2, max: 96, noNaN: true }),
      (demand, rate, percent, cores) => {
        const assumptions = { ...usualAssumptions, utilisation: percent / 100, node: { cores } };
        try {
          const plan = planFor(rate, demand, present, assumptions);
          expect(asked(settingsFor(plan, present))).toBeLessThanOrEqual(plan.nodes * cores * 1000);
          planned++;
        } catch (error) {
          // A pod that fits on no node makes no plan.
          if (!(error instanceof ArgumentError)) throw error;
        }
      },
    ),
  );
  expect(planned).toBeGreaterThan(20);
});

const group = (name: string) =>
  fc.record({
    name: fc.constant(name),
    count: fc.integer({ min: 1, max: 300 }),
    cpu: fc.integer({ min: 1, max: 40 }).map((steps) => steps * 50),
  });

test('what is needed is still there when any one node is lost', () => {
  fc.assert(
    fc.property(
      group('app'),
      group('ratelimit'),
      fc.integer({ min: 2000, max: 16_000 }),
      (app, ratelimit, node) => {
        const placement: Placement = placementOf({ node, app, ratelimit, besides: [] });
        const onNode = Math.min(app.count, Math.floor(node / app.cpu));
        expect(placement.app - onNode).toBeGreaterThanOrEqual(app.count);
        const limitersOnNode = Math.ceil(placement.ratelimit / placement.nodes);
        expect(placement.ratelimit - limitersOnNode).toBeGreaterThanOrEqual(ratelimit.count);
      },
    ),
  );
});

test('what runs beside them takes room too', () => {
  const app = { name: 'app', count: 3, cpu: 2000 };
  const ratelimit = { name: 'ratelimit', count: 1, cpu: 1000 };
  const redis = { name: 'redis', count: 3, cpu: 1000 };
  const nodes = (besides: readonly (typeof redis)[]) =>
    placementOf({ node: 4000, app, ratelimit, besides }).nodes;
  expect(nodes([])).toBe(4);
  expect(nodes([redis])).toBe(5);
});

test('a pod that fits on no node is told in a sentence', () => {
  const cores = (node: number) => () =>
    planFor(1000, usual, present, { ...usualAssumptions, node: { cores: node } });
  expect(cores(3)).toThrow(
    'A pod of recipe-book asks for 3.25 cores, more than the 3 that pods can have of a node: take larger nodes (NODE_CORES).',
  );
});
