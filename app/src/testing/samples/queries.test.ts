import type { Endpoint } from '../../http/endpoint.ts';
import { RefreshToken } from '../../sessions/refresh-token.ts';
import { startApp, type TestApp } from '../app.ts';
import { requiredIndexes } from '../required-indexes.ts';
import { CommandRecorder, planOf, type SentCommand } from './commands.ts';
import { operationsOf, withKey } from './operations.ts';
import type { SampleRequest } from './sample.ts';
import { makeOwner, type Owner } from './things.ts';

/** Most commands that one request may lead to, the one whether its user exists included, but for the operations named here. */
const maxCommands = { get: 3, post: 7, put: 7, patch: 7, delete: 7 } as const;
const moreCommands: Readonly<Record<string, number>> = {
  // The link, the plans with their count, and the titles.
  'get /api/calendar/:token.ics': 4,
  // The shares with their count, and the names of what is shared, of each kind.
  'get /api/shares': 4,
  // Each kind of thing, with the titles of the recipes that it points to.
  'get /api/export': 10,
  // Everything of an account goes, collection by collection and a thousand documents at a time.
  'delete /api/auth/me': 24,
  // The picture before it goes, with its files.
  'put /api/recipes/:id/image': 10,
  // Whether a kept answer is still true, the search, the search with typing errors, what is shown.
  'get /api/recipes': 4,
  // The room for it, the recipe, its picture with its files, and that recipes changed.
  'post /api/recipes/:id/duplicate': 9,
  // From recipes, from a plan and written by hand, and the list that was active before.
  'post /api/shopping-lists': 9,
};

/** More, where a request is sent with a key: it is noted before, and its answer after. */
const keyCommands = 2;

/** Go on with, or give up, what a command began that has a time limit. */
const continuing = new Set(['getMore', 'killCursors']);
/** Commands with a filter, or several. */
const filtering = new Set([
  'aggregate',
  'count',
  'delete',
  'distinct',
  'find',
  'findAndModify',
  'update',
]);

let app: TestApp;
let recorder: CommandRecorder;
let few: Owner;
let many: Owner;
/** Of every operation as it should be used, also in its other ways. */
const sent: SentCommand[] = [];
/** How many each request led to that led to more than it may. */
const tooMany: { operation: string; request: object; count: number }[] = [];

beforeAll(async () => {
  app = await startApp({ DB_QUERY_TIMEOUT: '4321' });
  recorder = new CommandRecorder(app);
  few = await makeOwner(app, 'Few', 2);
  many = await makeOwner(app, 'Many', 6);
  for (const operation of operationsOf(app)) {
    const { endpoint, sample } = operation;
    const owner = endpoint.method === 'get' ? many : await makeOwner(app, 'One', 2);
    const requests = [sample.request(owner.things), ...(sample.variants ?? [])];
    const asked = requests
      .flatMap((one) => alsoFurther(endpoint, one))
      .flatMap((one) => alsoRepeated(endpoint, one));
    for (const request of asked) {
      const commands = await recorder.during(operation, request, owner);
      sent.push(...commands);
      const count = commands.length;
      const most = moreCommands[operation.name] ?? maxCommands[endpoint.method];
      if (count > most + (withKey(endpoint, request) ? keyCommands : 0))
        tooMany.push({ operation: operation.name, request, count });
    }
  }
  // What a page asks that is no operation: app/src/web/recipe-pages.ts.
  const { pageToken } = RefreshToken.create();
  sent.push(...(await recorder.of('page', () => app.services.sessions.ownerOf(pageToken))));
}, 60_000);
afterAll(() => app.stop());

/** The request, and for another page than the first, which tells without counting how many there are. */
function alsoFurther({ query }: Endpoint, request: SampleRequest): SampleRequest[] {
  if (!query || !('page' in query.shape)) return [request];
  return [request, { ...request, query: { ...request.query, page: '2' } }];
}

/** The request, where it can be repeated with a key, and then once more: it is answered as before. */
function alsoRepeated(endpoint: Endpoint, request: SampleRequest): SampleRequest[] {
  const keyed = withKey(endpoint, request);
  return keyed ? [keyed, keyed] : [request];
}

/** What a message needs to say which command is meant. */
function shown({ operation, name, collection, command }: SentCommand) {
  const { filter, query, pipeline, updates, deletes, sort } = command;
  const asked = JSON.stringify({ filter, query, pipeline, updates, deletes, sort });
  return { operation, name, collection, asked };
}

test('every command has a time limit, but those that go on with another', () => {
  const limited = sent.filter(({ name }) => !continuing.has(name));
  const unlimited = limited.filter(({ command }) => command['maxTimeMS'] !== 4321);
  expect(unlimited.map(shown)).toEqual([]);
  expect([...new Set(limited.map(({ name }) => name))].sort()).toEqual([
    'aggregate',
    'delete',
    'find',
    'findAndModify',
    'insert',
    'update',
  ]);
});

test('every command that gets documents asks only for the fields it needs', () => {
  const whole = sent.filter(({ name, command }) => {
    const fields: unknown = name === 'find' ? command['projection'] : command['fields'];
    const gets = name === 'find' || name === 'findAndModify';
    return gets && Object.keys(fields ?? {}).length === 0;
  });
  expect(whole.map(shown)).toEqual([]);
});

test('every filter and every order is that of an index, and every index serves one', async () => {
  const used = new Set<string>();
  for (const each of sent.filter(({ name }) => filtering.has(name))) {
    const stages = await planOf(app, each);
    const names = stages.map(({ stage }) => stage);
    const usesIndex = names.some((name) => /IXSCAN|IDHACK|EXPRESS/.test(name));
    const wrong = names.filter((name) => name === 'COLLSCAN' || name === 'SORT');
    expect({ ...shown(each), usesIndex, wrong }).toEqual({
      ...shown(each),
      usesIndex: true,
      wrong: [],
    });
    for (const { indexName } of stages) if (indexName) used.add(`${each.collection} ${indexName}`);
  }
  expect(indexesThatNeedAQuery().filter((name) => !used.has(name))).toEqual([]);
});

/** All indexes but those that the requirements list anyhow, and those by which documents expire. */
function indexesThatNeedAQuery(): string[] {
  return Object.values(app.database.connection.models).flatMap(
    ({ modelName, collection, schema }) =>
      schema
        .indexes()
        .filter(([keys, { expireAfterSeconds }]) => {
          const required = requiredIndexes[modelName] ?? [];
          const isRequired = required.some((one) => JSON.stringify(one) === JSON.stringify(keys));
          return !isRequired && expireAfterSeconds === undefined;
        })
        .map(([keys]) => `${collection.name} ${Object.entries(keys).flat().join('_')}`),
  );
}

test('a request leads to few commands, and with more data not to more', async () => {
  expect(tooMany).toEqual([]);
  const counts = [];
  for (const operation of operationsOf(app)) {
    const { name, endpoint, sample } = operation;
    const reads = endpoint.method === 'get';
    const [two, six] = reads
      ? [few, many]
      : [await makeOwner(app, 'Two', 2), await makeOwner(app, 'Six', 6)];
    const before = await recorder.during(operation, sample.request(two.things), two);
    const after = await recorder.during(operation, sample.request(six.things), six);
    counts.push({ name, before: before.length, after: after.length });
  }
  expect(counts.filter(({ before, after }) => after !== before)).toEqual([]);
}, 60_000);
