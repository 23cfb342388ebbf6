import { eachOf } from '../each-of.ts';
import { comparedKinds } from './compared-kinds.ts';
import { measured } from './cpu.ts';
import { cpuChanges, fewestRounds, isSlower } from './cpu-changes.ts';

/** What all rounds of each program and kind came to. */
function changes(ratio: (round: number) => number, rounds = fewestRounds) {
  const all = Array.from({ length: rounds }, (_, round) => ratio(round));
  const of = () => eachOf([...comparedKinds, 'together'], () => eachOf(measured, () => all));
  return cpuChanges({ ratios: of(), now: of() });
}

it('can tell any of them from chance with the fewest rounds, and not with one less', () => {
  expect(changes(() => 1.01).every(({ real }) => real)).toBe(true);
  expect(changes(() => 1.01, fewestRounds - 1).some(({ real }) => real)).toBe(false);
});

it('finds a slowdown that is no chance and more than little', () => {
  expect(isSlower(changes(() => 1.06))).toBe(true);
  expect(isSlower(changes(() => 1.04))).toBe(false);
  expect(isSlower(changes(() => 0.5))).toBe(false);
  expect(isSlower(changes((round) => (round === 0 ? 0.99 : 1.2)))).toBe(false);
});

it('leaves out what could not be measured', () => {
  expect(changes(() => 1, 0)).toEqual([]);
});
