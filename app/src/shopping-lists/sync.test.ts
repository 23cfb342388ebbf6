import { randomUUID } from 'node:crypto';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
}, 30_000);
afterAll(() => app.stop());

const lists = '/api/shopping-lists';

interface List {
  readonly id: string;
  readonly items: { readonly id: string }[];
}

async function addList(body: object = {}): Promise<List> {
  return (await app.request.post(lists).set(ada).send(body).expect(201)).body;
}

test('syncing brings in what was done offline, and the same again does no harm', async () => {
  const { id, items } = await addList({ items: [{ name: 'milk' }, { name: 'bread' }] });
  const [bread, milk] = items;
  const at = new Date().toISOString();
  const changes = [
    { kind: 'add', itemId: randomUUID(), at, item: { name: 'eggs', quantity: 6 } },
    { kind: 'edit', itemId: milk?.id, at, fields: { checked: true } },
    { kind: 'remove', itemId: bread?.id, at },
  ];
  const sync = () => app.request.post(`${lists}/${id}/sync`).set(ada).send({ changes }).expect(200);
  const first = await sync();
  expect(first.body.items).toMatchObject([
    { name: 'eggs', quantity: 6 },
    { name: 'milk', checked: true },
  ]);
  // Nor is it a change, which others would have to look at.
  expect((await sync()).body).toEqual(first.body);
});

test('syncing does not undo what was done online later', async () => {
  const { id, items } = await addList({ items: [{ name: 'milk' }, { name: 'bread' }] });
  const [bread, milk] = items;
  const before = new Date(Date.now() - 60_000).toISOString();
  await app.request
    .patch(`${lists}/${id}/items/${milk?.id}`)
    .set(ada)
    .send({ checked: true })
    .expect(200);
  await app.request.delete(`${lists}/${id}/items/${bread?.id}`).set(ada).expect(200);
  const changes = [
    { kind: 'edit', itemId: milk?.id, at: before, fields: { checked: false } },
    { kind: 'edit', itemId: bread?.id, at: before, fields: { name: 'dark bread' } },
    { kind: 'add', itemId: bread?.id, at: before, item: { name: 'bread' } },
  ];
  const { body } = await app.request
    .post(`${lists}/${id}/sync`)
    .set(ada)
    .send({ changes })
    .expect(200);
  expect(body.items).toMatchObject([{ name: 'milk', checked: true }]);
});

test.each([
  ['an unknown kind', { kind: 'steal' }],
  ['a day instead of a moment', { at: '2026-03-01' }],
  ['an id that is no UUID', { itemId: '1' }],
  ['a field that there is not', { by: 'me' }],
])('syncing refuses %s', async (_what, wrong) => {
  const { id } = await addList();
  const good = { kind: 'remove', itemId: randomUUID(), at: new Date().toISOString() };
  await app.request
    .post(`${lists}/${id}/sync`)
    .set(ada)
    .send({ changes: [{ ...good, ...wrong }] })
    .expect(400);
});
