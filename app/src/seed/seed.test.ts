import { fileURLToPath } from 'node:url';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { Program } from '../testing/program.ts';

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
}, 30_000);
