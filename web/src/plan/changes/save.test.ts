/** @jest-environment jest-fixed-jsdom */
import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/api-error.ts';
import { createQueryClient } from '../../api/query-client.ts';
import { type Asked, answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import { weekQuery } from '../requests.ts';
import { type Change, changeOf, inverseOf } from './change.ts';
import { withPending } from './pending.ts';
import type { Plan, Slot } from './plan.ts';
import { markGivenUp } from './progress.ts';
import { ChangedElsewhere, saveChange } from './save.ts';

const week = { startDate: '2026-11-23', endDate: '2026-11-29' };
const soup = (date: string, note = 'Soup'): Slot => ({ date, meal: 'dinner', note });
const [early, late] = ['2026-11-23', '2026-11-28'];

function plan(id: string, startDate: string, endDate: string, slots: Slot[] = []): Plan {
  return { id, version: 1, createdAt: '', updatedAt: '', startDate, endDate, slots, recipes: [] };
}

/** Two plans of one week. */
const halves = (first: Slot[], second: Slot[] = []) => [
  plan('first', early, '2026-11-25', first),
  plan('second', '2026-11-26', '2026-11-29', second),
];

const refused: TestAnswer = [429, {}];
const lost = () => Promise.reject(new TypeError('no network'));

/** What happens to the next writes, one after the other: an answer instead, or one that is lost on its way back. */
type Fate = TestAnswer | 'lost' | 'answer lost' | 'fine';

/** The API's meal plans, and a device with the week in its cache. */
async function start(plans: Plan[], fates: Fate[] = []) {
  const stored = new Map(plans.map((one) => [one.id, one]));
  const byKey = new Map<string | null, Plan>();

  const write = (id: string, { method, headers, body }: Asked): TestAnswer => {
    const key = headers.get('idempotency-key');
    const before = method === 'POST' ? byKey.get(key) : stored.get(id);
    if (method === 'POST' && before) return [201, before];
    if (before && headers.get('if-match') !== `"${before.version}"`) return [412, {}];
    const after = { ...(before ?? plan(id, '', '')), ...(body as Pick<Plan, 'slots'>) };
    const saved = { ...after, version: after.version + (before ? 1 : 0) };
    stored.set(id, saved);
    if (method === 'POST') byKey.set(key, saved);
    return [before ? 200 : 201, saved];
  };
  const fated = (id: string) => (request: Asked) => {
    const fate = fates.shift() ?? 'fine';
    if (fate === 'lost') return lost();
    if (typeof fate === 'object') return fate;
    const answer = write(id, request);
    return fate === 'answer lost' ? lost() : answer;
  };
  const ids = [...stored.keys(), 'new'];
  const asked = answerApi({
    'GET /api/meal-plans': () => [200, { items: [...stored.values()] }],
    'POST /api/meal-plans': fated('new'),
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [`GET /api/meal-plans/${id}`, () => [200, stored.get(id)] as const],
        [`PATCH /api/meal-plans/${id}`, fated(id)],
      ]),
    ),
  });
  const client = createQueryClient();
  await client.fetchQuery(weekQuery(week));
  return {
    stored,
    client,
    writes: () => asked.filter(({ method }) => method !== 'GET'),
    meals: () => mealsOf([...stored.values()]),
    save: (change: Change) => saveChange(client, change, () => week),
  };
}

function mealsOf(plans: readonly Plan[]): string[] {
  return plans
    .flatMap(({ id, slots }) => slots.map(({ date, note }) => `${id} ${date} ${note}`))
    .toSorted();
}

/** What the page shows while a change is under way. */
function shown(client: QueryClient, change: Change): string[] {
  return mealsOf(withPending(client.getQueryData(weekQuery(week).queryKey) ?? [], [change], 1));
}

const move = () => changeOf([{ from: soup(early), to: soup(late) }]);
const copy = () => changeOf([{ to: soup(early) }, { to: soup(late) }]);

test('a move that only the second plan has is finished when it is tried again', async () => {
  const { save, meals, writes, client } = await start(halves([soup(early)]), ['fine', refused]);
  const change = move();
  await expect(save(change)).rejects.toThrow(ApiError);
  expect(shown(client, change)).toEqual([`second ${late} Soup`]);
  expect(await save(change)).toBe('saved');
  expect(meals()).toEqual([`second ${late} Soup`]);
  expect(writes()).toHaveLength(3);
});

test('a copy over two plans is in each once, however often it is tried', async () => {
  const { save, meals } = await start(halves([]), ['fine', refused, [503, {}], 'lost']);
  const change = copy();
  for (const _try of [1, 2, 3]) await expect(save(change)).rejects.toThrow(ApiError);
  await save(change);
  expect(meals()).toEqual([`first ${early} Soup`, `second ${late} Soup`]);
});

test.each<Fate>(['answer lost', 'lost'])('a meal is there once after %s', async (fate) => {
  const { save, meals } = await start(halves([]), [fate]);
  const change = changeOf([{ to: soup(early) }]);
  await expect(save(change)).rejects.toMatchObject({ status: 0 });
  expect(await save(change)).toBe('saved');
  expect(meals()).toEqual([`first ${early} Soup`]);
});

test('a second helping of the same meal is told from the first, whose answer was lost', async () => {
  const { save, meals } = await start(halves([soup(early)]), ['answer lost']);
  const change = changeOf([{ to: soup(early) }]);
  await expect(save(change)).rejects.toThrow(ApiError);
  await save(change);
  expect(meals()).toEqual([`first ${early} Soup`, `first ${early} Soup`]);
});

test('the first plan of a week is made once, though its answer was lost', async () => {
  const { save, meals, writes } = await start([], ['answer lost']);
  const change = changeOf([{ to: soup(early) }]);
  await expect(save(change)).rejects.toThrow(ApiError);
  expect(await save(change)).toBe('saved');
  expect(meals()).toEqual([`new ${early} Soup`]);
  expect(writes().map(({ method }) => method)).toEqual(['POST', 'POST']);
});

test('what others did meanwhile stays, in the middle of a change too', async () => {
  const { save, meals, stored } = await start(halves([soup(early)]));
  const [first] = halves([soup(early), soup(early, 'Bread')]);
  stored.set('first', { ...(first as Plan), version: 2 });
  expect(await save(move())).toBe('merged');
  expect(meals()).toEqual([`first ${early} Bread`, `second ${late} Soup`]);
});

test('a change of a meal that others took away is not made', async () => {
  const { save, meals, stored } = await start(halves([soup(early)]));
  const [first] = halves([]);
  stored.set('first', { ...(first as Plan), version: 2 });
  await expect(save(changeOf([{ from: soup(early) }]))).rejects.toThrow(ChangedElsewhere);
  expect(meals()).toEqual([]);
});

test('to undo a removal that failed puts no second meal', async () => {
  const { save, meals, writes } = await start(halves([soup(early)]), [refused]);
  const removal = changeOf([{ from: soup(early) }]);
  const undo = inverseOf(removal);
  await expect(save(removal)).rejects.toThrow(ApiError);
  markGivenUp(removal, true);
  await save(undo);
  expect(meals()).toEqual([`first ${early} Soup`]);
  expect(writes()).toHaveLength(1);
});

test('to undo a move that failed half way takes back that half', async () => {
  const { save, meals } = await start(halves([soup(early)]), ['fine', refused]);
  const change = move();
  await expect(save(change)).rejects.toThrow(ApiError);
  markGivenUp(change, true);
  await save(inverseOf(change));
  expect(meals()).toEqual([`first ${early} Soup`]);
});
