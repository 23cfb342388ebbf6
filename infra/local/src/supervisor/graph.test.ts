import fc from 'fast-check';
import { checkGraph, dependents, inOrder } from './graph.ts';
import { script } from './testing.ts';

const part = (name: string, ...after: string[]) => script(name, '', { after });

it.each([
  [[part('a'), part('a')], 'Two parts are called "a".'],
  [[part('a', 'b')], '"a" starts after "b", which is no part.'],
  [[part('a', 'b'), part('b', 'c'), part('c', 'a')], 'Parts wait for each other: a → b → c → a.'],
  [[part('a', 'a')], 'Parts wait for each other: a → a.'],
])('refuses a graph without an order', (parts, message) => {
  expect(() => checkGraph(parts)).toThrow(message);
});

/** Parts that only need earlier ones, in any listed order. */
const graphs = fc
  .array(fc.array(fc.nat(20), { maxLength: 4 }), { minLength: 1, maxLength: 8 })
  .map((all) =>
    all.map((needs, index) =>
      part(`p${index}`, ...new Set(needs.filter((one) => one < index).map((one) => `p${one}`))),
    ),
  )
  .chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }));

it('works on every part once, after those that it needs, and the other way round', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (parts) => {
      checkGraph(parts);
      const up: string[] = [];
      await inOrder(
        parts,
        ({ after = [] }) => after,
        async ({ name }) => void up.push(name),
      );
      const down: string[] = [];
      await inOrder(
        parts,
        ({ name }) => dependents(parts, name),
        async ({ name }) => void down.push(name),
      );
      expect([...up].sort()).toEqual(parts.map(({ name }) => name).sort());
      for (const { name, after = [] } of parts) {
        for (const before of after) {
          expect(up.indexOf(before)).toBeLessThan(up.indexOf(name));
          expect(down.indexOf(name)).toBeLessThan(down.indexOf(before));
        }
      }
    }),
  );
});
