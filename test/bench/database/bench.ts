import { delimiter, dirname, join } from 'node:path';
import { ensureTools } from '@recipe-book/tools';
import { Progress } from '../../../app/src/seed/progress.ts';
import { readAmount } from '../../../app/src/seed/synthetic/amount.ts';
import { type Amount, generate } from '../../../app/src/seed/synthetic/generate.ts';
import { startOwnDatabase } from '../../../app/src/testing/database.ts';
import { root } from '../../src/root.ts';
import { table } from '../report/table.ts';
import { chosenAccounts } from './accounts.ts';
import { type Api, openApi } from './api.ts';
import { measureAll } from './measure.ts';
import { tableRows, verdict, writeReport } from './report.ts';

/** Rounds over all requests and accounts, and when to end before that, milliseconds. */
const effort = { rounds: 40, longest: 240_000 };
/** As much as the database takes when it is not told. */
const cacheSize = '4G';

/**
 * How long lists, searches and look-ups take at the database, with USERS and RECIPES in it. MONGODB_URI
 * names a database to use, which keeps the made-up accounts; else one is started for the time being.
 */
export async function run(): Promise<void> {
  const { USERS: users = '1000', RECIPES: recipes, SEED: seed, MONGODB_URI: uri } = process.env;
  const amount = readAmount({ users, recipes, seed });
  if (typeof amount !== 'object') throw new Error(amount);
  const stored = uri ? undefined : await startDatabase();
  const api = await openApi(uri ?? stored?.uri ?? '');
  try {
    await fill(api, amount);
    const accounts = chosenAccounts(amount);
    const measured = await measureAll(api, accounts, effort);
    const folder = join(root, '.run', 'bench', 'database');
    const path = writeReport(folder, measured, accounts, amount);
    console.log(`${table(tableRows(measured))}\n\n${verdict(measured)}\nReport: ${path}`);
  } finally {
    await api.database.close();
    await stored?.stop();
  }
}

async function startDatabase() {
  const tools = await ensureTools(['mongodb'], { env: process.env });
  const folders = Object.values(tools).map((path) => dirname(path));
  process.env['PATH'] = [...folders, process.env['PATH']].join(delimiter);
  return startOwnDatabase(undefined, cacheSize);
}

async function fill({ services, database }: Api, amount: Amount): Promise<void> {
  const progress = new Progress(process.stderr, 'recipes', amount.recipes);
  const made = await generate(services, database.connection, amount, 'recipe-book-demo', (done) =>
    progress.show(done),
  );
  console.log(
    `${made.users} users and ${made.recipes} recipes added (${progress.end(made.recipes)}).`,
  );
}
