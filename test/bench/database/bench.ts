import { join } from 'node:path';
import { Progress } from '../../../app/src/seed/progress.ts';
import { readAmount } from '../../../app/src/seed/synthetic/amount.ts';
import { type Amount, generate, syntheticUsers } from '../../../app/src/seed/synthetic/generate.ts';
import { startOwnDatabase } from '../../../app/src/testing/database.ts';
import { root } from '../../src/root.ts';
import { addCleanup } from '../cleanup.ts';
import { EffortError } from '../effort.ts';
import { putOnPath } from '../tools.ts';
import { type Api, openApi } from './api.ts';
import { measureAll } from './measure.ts';
import { summary, writeReport } from './report.ts';
import { refuseStrangers } from './strangers.ts';

/** How often the largest account is asked again: its requests take the longest. */
const again = 5;
/** As much as the database takes when it is not told. */
const cacheSize = '4G';

/**
 * How long lists, searches and look-ups of every user take at the database, with USERS and RECIPES in it.
 * BENCH_MONGODB_URI names a database to use, which keeps the made-up accounts and must hold no others; else one is started
 * for the time being.
 */
export async function run(): Promise<void> {
  const {
    USERS: users = '1000',
    RECIPES: recipes,
    SEED: seed,
    BENCH_MONGODB_URI: uri,
  } = process.env;
  const amount = readAmount({ users, recipes, seed });
  if (typeof amount !== 'object') throw new EffortError(amount);
  const stored = uri ? undefined : await startDatabase();
  const stop = addCleanup(() => stored?.stop());
  const api = await openApi(uri ?? stored?.uri ?? '');
  try {
    await refuseStrangers(api, syntheticUsers(amount));
    await fill(api, amount);
    const measured = await measureAll(api, syntheticUsers(amount), again);
    const path = writeReport(join(root, '.run', 'bench', 'database'), measured, amount);
    console.log(`${summary(measured)}\n\nReport: ${path}`);
  } finally {
    await api.database.close();
    await stop();
  }
}

async function startDatabase() {
  await putOnPath(['mongodb']);
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
