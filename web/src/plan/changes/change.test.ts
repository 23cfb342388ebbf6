import fc from 'fast-check';
import { changed, changeOf, inverseOf, isDraft } from './change.ts';
import type { Plan, Slot } from './plan.ts';

const soup = { id: 'a'.repeat(24), title: 'Soup', tags: [] };
const dinner = (date: string, note = 'Leftovers'): Slot => ({ date, meal: 'dinner', note });
const weekOf = () => ({ startDate: '2026-11-23', endDate: '2026-11-29' });

function plan(id: string, startDate: string, endDate: string, slots: Slot[] = []): Plan {
  return { id, version: 1, createdAt: '', updatedAt: '', startDate, endDate, slots, recipes: [] };
}

const shown = (plans: readonly Plan[]) =>
  plans.flatMap(({ id, slots }) => slots.map(({ date, note }) => `${id} ${date} ${note}`));

test('the first meal of a week begins a plan for it, with the recipe to show', () => {
  const slot = { date: '2026-11-25', meal: 'lunch', recipeId: soup.id };
  const { plans, fits } = changed([], changeOf([{ to: slot }], [soup]), weekOf);
  expect(fits).toBe(true);
  expect(plans).toMatchObject([{ ...weekOf(), slots: [slot], recipes: [soup] }]);
  expect(plans.map(isDraft)).toEqual([true]);
});

test('a meal goes to the shortest plan that has its day', () => {
  const plans = [
    plan('month', '2026-11-01', '2026-11-30'),
    plan('week', '2026-11-23', '2026-11-29'),
  ];
  const outcome = changed(
    plans,
    changeOf([{ to: dinner('2026-11-24') }, { to: dinner('2026-11-30') }]),
    weekOf,
  );
  expect(shown(outcome.plans)).toEqual(['month 2026-11-30 Leftovers', 'week 2026-11-24 Leftovers']);
});

test('a meal that moves keeps its place among the others, and changes plans where it must', () => {
  const slots = [dinner('2026-11-23', 'a'), dinner('2026-11-23', 'b')];
  const plans = [
    plan('one', '2026-11-23', '2026-11-25', slots),
    plan('two', '2026-11-26', '2026-11-29'),
  ];
  const near = changeOf([{ from: dinner('2026-11-23', 'a'), to: dinner('2026-11-24', 'a') }]);
  expect(shown(changed(plans, near, weekOf).plans)).toEqual([
    'one 2026-11-24 a',
    'one 2026-11-23 b',
  ]);
  const far = changeOf([{ from: dinner('2026-11-23', 'a'), to: dinner('2026-11-28', 'a') }]);
  expect(shown(changed(plans, far, weekOf).plans)).toEqual([
    'one 2026-11-23 b',
    'two 2026-11-28 a',
  ]);
});

test('a change of a meal that is no longer there changes nothing', () => {
  const plans = [plan('one', '2026-11-23', '2026-11-29', [dinner('2026-11-23')])];
  const change = changeOf([{ to: dinner('2026-11-26') }, { from: dinner('2026-11-24') }]);
  expect(changed(plans, change, weekOf)).toEqual({ plans, parts: [], fits: false });
});

test('what was done can be taken back', () => {
  const day = fc.integer({ min: 23, max: 29 }).map((number) => `2026-11-${number}`);
  const slot = fc.record({
    date: day,
    meal: fc.constantFrom('lunch', 'dinner'),
    note: fc.string(),
  });
  const sorted = (plans: readonly Plan[]) =>
    plans.flatMap(({ slots }) => slots.map((one) => JSON.stringify(one))).toSorted();
  fc.assert(
    fc.property(fc.array(slot, { minLength: 1 }), fc.array(slot), fc.nat(), (slots, put, at) => {
      const plans = [plan('one', '2026-11-23', '2026-11-29', slots)];
      const from = slots[at % slots.length];
      const [to] = put;
      const steps = [
        { ...(from && { from }), ...(to && { to }) },
        ...put.slice(1).map((one) => ({ to: one })),
      ];
      const change = changeOf(steps);
      const there = changed(plans, change, weekOf);
      const back = changed(there.plans, inverseOf(change), weekOf);
      expect(back.fits).toBe(true);
      expect(sorted(back.plans)).toEqual(sorted(plans));
    }),
  );
});
