/**
 * Puts demo data into the database: `node app/src/seed/main.ts [--if-empty]`, or made-up users and
 * recipes by the thousand: `--users 1000 --recipes 100000 [--seed 1]`.
 */
import { parseArgs } from 'node:util';
import { Database } from '../database/connection.ts';
import { createLogger } from '../logging/logger.ts';
import { createServices } from '../services.ts';
import { readSettings, required } from '../settings.ts';
import { Progress } from './progress.ts';
import { demoAccount, seed } from './seed.ts';
import { readAmount } from './synthetic/amount.ts';
import { generate, type SyntheticOutcome } from './synthetic/generate.ts';

const { values: options } = parseArgs({
  options: {
    'if-empty': { type: 'boolean' },
    users: { type: 'string' },
    recipes: { type: 'string' },
    seed: { type: 'string' },
  },
});
const settings = readSettings(process.env);
if (settings.APP_ENV === 'production') {
  refuse('The demo data has a public password, so it is never put into production.');
}
const { users, recipes, seed: start } = options;
const amount = readAmount({ users, recipes, seed: start });
if (typeof amount === 'string') refuse(amount);
const logger = createLogger({ ...settings, LOG_LEVEL: 'warn' }, process.stderr);
const database = new Database(required('MONGODB_URI', settings.MONGODB_URI), settings, logger);
const services = createServices(database, settings);
try {
  await database.connect();
  if (amount) {
    const { password } = demoAccount;
    const progress = new Progress(process.stderr, 'recipes', amount.recipes);
    const made = await generate(services, database.connection, amount, password, (done) =>
      progress.show(done),
    );
    process.stdout.write(`${saying(made, amount.users)} (${progress.end(made.recipes)})\n`);
    process.stdout.write(
      `Accounts: cook-1@${amount.seed}.example.com and so on, password ${password}\n`,
    );
  } else {
    process.stdout.write(`${await seed(services, options['if-empty'] === true)}\n`);
    if (await services.users.findByEmail(demoAccount.email)) {
      process.stdout.write(
        `Demo account: ${demoAccount.email}, password ${demoAccount.password}\n`,
      );
    }
  }
} finally {
  await database.close();
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function saying({ users, recipes, usersBefore }: SyntheticOutcome, wanted: number): string {
  if (usersBefore === wanted) return `All ${wanted} users are already there, so nothing was added.`;
  const left =
    usersBefore > 0 ? ` ${usersBefore} users were already there and stay as they are.` : '';
  return `Added ${users} users with ${recipes} recipes.${left}`;
}
