import { once } from 'node:events';
import { request } from 'node:http';
import { asEnvoyPassesOn } from '../testing/app.ts';
import { eventually, startAppProcess } from '../testing/app-process.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
}, 20_000);
afterAll(() => database.stop());

const recipes = Array.from({ length: 450 }, (_, at) => ({
  '@id': `urn:uuid:recipe-${at}`,
  'recipeBook:recipe': { title: `Recipe ${at}` },
}));
const collection = {
  'recipeBook:collection': { name: 'All', recipes: recipes.map((node) => node['@id']) },
};
const nodes = [...recipes, collection].map((node) => JSON.stringify(node));

test('an import that is cut off by a crash can be repeated, and adds nothing twice', async () => {
  const settings = { MONGODB_URI: database.uri, LOG_LEVEL: 'info' };
  const first = await startAppProcess(settings);
  const registered = await fetch(`${first.url}/api/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse', name: 'Ada' }),
  });
  const { accessToken } = (await registered.json()) as { accessToken: string };
  const headers = { ...asEnvoyPassesOn(accessToken), 'Content-Type': 'application/json' };
  const countAt = async (url: string) => {
    const answer = await fetch(`${url}/api/recipes`, { headers });
    return ((await answer.json()) as { total: number }).total;
  };

  // Half of the file; the app waits for the rest when it is killed.
  const sent = request(`${first.url}/api/import`, { method: 'POST', headers });
  sent.write(`{"@graph":[${nodes.slice(0, 250).join(',')},`);
  await eventually(
    () => countAt(first.url),
    (count) => count >= 200,
  );
  const broken = once(sent, 'error');
  await first.program.stop();
  await broken;

  const second = await startAppProcess(settings);
  const before = await countAt(second.url);
  expect(before).toBeLessThan(recipes.length);
  const restore = async () => {
    const body = `{"@graph":[${nodes.join(',')}]}`;
    const answer = await fetch(`${second.url}/api/import`, { method: 'POST', headers, body });
    return (await answer.json()) as { added: Record<string, number>; problems: object[] };
  };
  const { added, problems } = await restore();
  expect(problems).toEqual([]);
  expect(added).toMatchObject({ recipes: recipes.length - before, collections: 1 });
  expect(await countAt(second.url)).toBe(recipes.length);
  expect((await restore()).added).toMatchObject({ recipes: 0, collections: 0 });
  await second.program.stop();
}, 60_000);
