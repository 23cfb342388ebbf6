import type { Response } from 'supertest';
import { startApp, type TestApp } from '../app.ts';
import { type Operation, operationsOf, send } from './operations.ts';
import { absentThings, makeOwner, type Owner, type Things } from './things.ts';

/** Stands in all texts of Ada, and nowhere else. */
const adasName = 'Ada-c4nary';

let app: TestApp;
let ada: Owner;

beforeAll(async () => {
  app = await startApp();
  ada = await makeOwner(app, adasName);
}, 30_000);
afterAll(() => app.stop());

/** Those for signed-in users. Whoever has a link or a token may use the others. */
function operations(): Operation[] {
  return operationsOf(app).filter(({ endpoint }) => endpoint.signedIn);
}

/** All that the database holds of somebody. */
async function dataOf(owner: Owner): Promise<string> {
  const models = Object.values(app.database.connection.models);
  const documents = models.map((model) =>
    model
      .find(model.schema.path('owner') ? { owner: owner.id } : { _id: owner.id })
      .sort({ _id: 1 })
      .lean(),
  );
  return JSON.stringify(await Promise.all(documents));
}

/** The things that a request names, and whether its path does. */
function usedBy({ sample }: Operation): { key: keyof Things; inPath: boolean }[] {
  const own = absentThings();
  const other = absentThings();
  const text = (part: unknown) => JSON.stringify(part);
  const before = sample.request(own);
  return Object.keys(own).flatMap((name) => {
    const key = name as keyof Things;
    const after = sample.request({ ...own, [key]: other[key] });
    const isUsed = text(after).includes(other[key]) && !text(before).includes(other[key]);
    return isUsed ? [{ key, inPath: text(after.params) !== text(before.params) }] : [];
  });
}

/** An answer without what differs from one request to the next. */
function comparable({ status, text, headers }: Response) {
  const body = text
    .replace(/"requestId":"[^"]*"/, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replace(/\b[0-9a-f]{24}\b/g, 'id')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'id')
    .replace(/[\w-]{43}/g, 'token')
    .replace(/retry: \d+/, 'retry');
  return { status, type: headers['content-type'], body };
}

/** Devices make the ids of items themselves, so that of another list says nothing of that list. */
const chosenByClients = new Set<keyof Things>(['itemId']);

test('nobody reaches anything of somebody else, or can tell it from what is not there', async () => {
  const adasData = await dataOf(ada);
  let tried = 0;
  let bob = await makeOwner(app, 'Bob');
  for (const operation of operations()) {
    const { name, endpoint, sample } = operation;
    for (const { key, inPath } of usedBy(operation)) {
      const answers = [];
      for (const foreign of [ada.things, absentThings()]) {
        const request = sample.request({ ...bob.things, [key]: foreign[key] });
        const answer = await send(app, endpoint, request, bob.headers);
        answers.push(comparable(answer));
        const bobsData = await dataOf(bob);
        const foreignTexts = [adasName, ada.things[key]].filter((text) => bobsData.includes(text));
        const kept = !inPath && chosenByClients.has(key) ? [] : foreignTexts;
        expect({ name, key, kept }).toEqual({ name, key, kept: [] });
        // What was done may stand in the way of the next; what was refused does not.
        if (answer.ok) bob = await makeOwner(app, 'Bob');
      }
      const [asked, absent] = answers;
      expect({ name, key, ...asked }).toEqual({ name, key, ...absent });
      expect(asked?.body).not.toContain(adasName);
      if (inPath) expect({ name, key, ...asked }).toMatchObject({ name, key, status: 404 });
      const unchanged = (await dataOf(ada)) === adasData;
      expect({ name, key, unchanged }).toEqual({ name, key, unchanged: true });
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(30);
}, 120_000);

test('what refers to recipes, plans and lists of somebody else is refused', async () => {
  const bob = await makeOwner(app, 'Bob');
  const { recipeId, mealPlanId, shoppingListId } = ada.things;
  const day = '2026-03-02';
  const refused: [string, object, number][] = [
    ['/api/collections', { name: 'x', recipeIds: [recipeId] }, 400],
    [
      '/api/meal-plans',
      { startDate: day, endDate: day, slots: [{ date: day, meal: 'x', recipeId }] },
      400,
    ],
    ['/api/shopping-lists', { fromRecipes: [{ recipeId }] }, 400],
    ['/api/shopping-lists', { fromMealPlan: mealPlanId }, 400],
    ['/api/shares', { kind: 'recipe', id: recipeId }, 404],
    ['/api/shares', { kind: 'shopping-list', id: shoppingListId }, 404],
  ];
  for (const [path, body, status] of refused) {
    await app.request.post(path).set(bob.headers).send(body).expect(status);
  }
});

test('no list, nothing else that is read, holds anything of somebody else', async () => {
  const bob = await makeOwner(app, 'Bob');
  const adas = [adasName, ada.id, ...Object.values(ada.things)];
  for (const { name, endpoint, sample } of operationsOf(app)) {
    if (endpoint.method !== 'get') continue;
    for (const request of [sample.request(bob.things), ...(sample.variants ?? [])]) {
      const { status, text = '' } = await send(app, endpoint, request, bob.headers);
      expect({ name, status, found: adas.filter((each) => text.includes(each)) }).toEqual({
        name,
        status: sample.status,
        found: [],
      });
    }
  }
}, 30_000);

test('without a token there is nothing but 401', async () => {
  const adasData = await dataOf(ada);
  for (const { name, endpoint, sample } of operations()) {
    const { status } = await send(app, endpoint, sample.request(ada.things), {});
    expect({ name, status }).toEqual({ name, status: 401 });
  }
  expect(await dataOf(ada)).toBe(adasData);
}, 30_000);
