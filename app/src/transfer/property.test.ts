import fc from 'fast-check';
import { startApp, type TestApp } from '../testing/app.ts';
import { comparable, exported } from '../testing/rich-account.ts';

let app: TestApp;
let users = 0;

beforeAll(async () => {
  app = await startApp();
}, 30_000);
afterAll(() => app.stop());

const text = (maxLength: number) =>
  fc
    .string({ minLength: 1, maxLength, unit: 'grapheme' })
    .map((value) => value.trim().slice(0, maxLength))
    .filter((value) => value.trim() === value && value !== '' && value.isWellFormed());

const recipe = fc.record(
  {
    title: text(60),
    description: text(80),
    steps: fc.array(text(80), { maxLength: 3 }),
    tags: fc.array(text(20), { maxLength: 3 }),
    ingredients: fc.array(
      fc.record(
        {
          name: text(40),
          quantity: fc.integer({ min: 1, max: 9999 }).map((n) => n / 8),
          unit: text(10),
          note: text(20),
          original: text(60),
        },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 3 },
    ),
    servings: fc.integer({ min: 1, max: 1000 }),
    prepMinutes: fc.integer({ min: 0, max: 20_160 }),
    difficulty: fc.constantFrom('easy', 'medium', 'hard'),
  },
  { requiredKeys: ['title'] },
);

const day = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04');
/** Recipes by their place among those of the account. */
const place = fc.nat({ max: 100 });
const account = fc.record({
  recipes: fc.array(recipe, { minLength: 1, maxLength: 4 }),
  collections: fc.array(fc.record({ name: text(40), of: fc.array(place, { maxLength: 4 }) }), {
    maxLength: 2,
  }),
  slots: fc.array(fc.record({ date: day, meal: text(20), of: place, servings: fc.constant(1.5) }), {
    maxLength: 4,
  }),
  items: fc.array(
    fc.record(
      {
        name: text(40),
        quantity: fc.integer({ min: 1, max: 80 }).map((n) => n / 4),
        note: text(30),
        checked: fc.boolean(),
      },
      { requiredKeys: ['name'] },
    ),
    { maxLength: 4 },
  ),
});

test('whatever an account holds comes back from its file, whatever order the file has', async () => {
  await fc.assert(
    fc.asyncProperty(account, fc.boolean(), async (made, isReversed) => {
      users++;
      const ada = await app.signUp(`ada${users}@example.com`);
      const add = async (path: string, body: object): Promise<string> => {
        const answer = await app.request.post(path).set(ada).send(body);
        expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
        return answer.body.id;
      };
      const ids: string[] = [];
      for (const one of made.recipes) ids.push(await add('/api/recipes', one));
      const idAt = (at: number) => ids[at % ids.length] ?? '';
      for (const { name, of } of made.collections) {
        await add('/api/collections', { name, recipeIds: [...new Set(of.map(idAt))] });
      }
      await add('/api/meal-plans', {
        startDate: '2026-03-02',
        endDate: '2026-03-04',
        slots: made.slots.map(({ of, ...slot }) => ({ ...slot, recipeId: idAt(of) })),
      });
      await add('/api/shopping-lists', { items: made.items });

      const file = await exported(app, ada);
      const bob = await app.signUp(`bob${users}@example.com`);
      const graph = isReversed ? file['@graph'].toReversed() : file['@graph'];
      const { body } = await app.request.post('/api/import').set(bob).send({ '@graph': graph });
      expect(body.problems).toEqual([]);
      expect(comparable(await exported(app, bob))).toEqual(comparable(file));
    }),
    { numRuns: 25 },
  );
}, 60_000);
