import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { startDatabase, type TestDatabase } from '../testing/database.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const accountLine = 'Demo account: demo@example.com, password recipe-book-demo';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

function run(args: string[] = [], environment = 'development') {
  return Program.run(process.execPath, [main, ...args], {
    MONGODB_URI: database.uri,
    APP_ENV: environment,
    // A machine that is busy must not make other log lines.
    DB_SLOW_QUERY: '600000',
  });
}

test('adds the demo account once, and never to production', async () => {
  const production = await run([], 'production');
  expect(production.code).toBe(1);
  expect(production.lines).toEqual([
    'The demo data has a public password, so it is never put into production.',
  ]);

  const first = await run(['--if-empty']);
  expect(first).toEqual({
    code: 0,
    lines: ['Added the demo account with 9 recipes.', accountLine],
  });
  expect((await run()).lines).toEqual([
    'The demo account is already there, so nothing was added.',
    accountLine,
  ]);
  expect((await run(['--if-empty'])).lines).toEqual([
    'The database has users, so nothing was added.',
    accountLine,
  ]);
}, 20_000);

test('adds as many users and recipes as are asked for, or says why not', async () => {
  const made = await run(['--users', '3', '--recipes', '40']);
  expect(made).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^Added 3 users with 40 recipes\. \([\d.]+ s, \d+ recipes a second\)$/),
      'Accounts: cook-1@1.example.com and so on, password recipe-book-demo',
    ],
  });
  expect((await run(['--users', '3', '--recipes', '40'])).lines[0]).toMatch(
    /^All 3 users are already there, so nothing was added\./,
  );
  expect(await run(['--users', '3', '--recipes', '40'], 'production')).toMatchObject({ code: 1 });
  expect(await run(['--users', '1', '--recipes', '10001'])).toEqual({
    code: 1,
    lines: ['1 users can have 10000 recipes at most: 10000 each.'],
  });
  expect(await run(['--users', 'x'])).toMatchObject({ code: 1 });
}, 20_000);
