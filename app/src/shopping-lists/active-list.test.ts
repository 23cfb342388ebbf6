import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;
let users = 0;

beforeAll(async () => {
  app = await startApp();
  bob = await app.signUp('bob@example.com');
}, 30_000);
beforeEach(async () => {
  users += 1;
  ada = await app.signUp(`ada-${users}@example.com`);
});
afterAll(() => app.stop());

const lists = '/api/shopping-lists';

interface List {
  readonly id: string;
}

async function addList(body: object = {}, user = ada): Promise<List> {
  return (await app.request.post(lists).set(user).send(body).expect(201)).body;
}

async function read(id: string) {
  return (await app.request.get(`${lists}/${id}`).set(ada).expect(200)).body;
}

async function active(): Promise<string[]> {
  const { body } = await app.request.get(`${lists}?isActive=true`).set(ada).expect(200);
  return body.items.map(({ id }: List) => id);
}

test('the active list is the newest, until another is made active', async () => {
  const [first, second] = [await addList(), await addList()];
  expect(await active()).toEqual([second.id]);
  await app.request.patch(`${lists}/${first.id}`).set(ada).send({ isActive: true }).expect(200);
  expect(await active()).toEqual([first.id]);
  expect(await read(second.id)).toMatchObject({ isActive: false });
  await app.request.patch(`${lists}/${first.id}`).set(ada).send({ isActive: false }).expect(200);
  expect(await active()).toEqual([]);
});

test('the active list is one, when several are made active at the same moment', async () => {
  const made = [await addList(), await addList(), await addList(), await addList()];
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      made.map(({ id }) =>
        app.request.patch(`${lists}/${id}`).set(ada).send({ isActive: true }).expect(200),
      ),
    );
    expect(await active()).toHaveLength(1);
  }
});

test('the active list of another user stays active', async () => {
  const his = await addList({}, bob);
  await addList();
  const { body } = await app.request.get(`${lists}/${his.id}`).set(bob).expect(200);
  expect(body.isActive).toBe(true);
});

test('the active list stands first in the list of lists, then the newest, without items', async () => {
  const made = [await addList({ name: 'a' }), await addList({ name: 'b' })];
  await addList({ name: 'c', isActive: false, items: [{ name: 'milk', checked: true }] });
  await app.request.patch(`${lists}/${made[0]?.id}`).set(ada).send({ isActive: true });
  const { body } = await app.request.get(lists).set(ada).expect(200);
  expect(body).toMatchObject({
    total: 3,
    items: [{ name: 'a' }, { name: 'c', itemCount: 1, checkedCount: 1 }, { name: 'b' }],
  });
  expect(body.items[0]).not.toHaveProperty('items');
});
