/** Puts demo data into the database: `node app/src/seed/main.ts [--if-empty]`. */
import { parseArgs } from 'node:util';
import { Database } from '../database/connection.ts';
import { createLogger } from '../logging/logger.ts';
import { createServices } from '../services.ts';
import { readSettings, required } from '../settings.ts';
import { demoAccount, seed } from './seed.ts';

const { values: options } = parseArgs({ options: { 'if-empty': { type: 'boolean' } } });
const settings = readSettings(process.env);
if (settings.APP_ENV === 'production') {
  process.stderr.write(
    'The demo data has a public password, so it is never put into production.\n',
  );
  process.exit(1);
}
const logger = createLogger({ LOG_LEVEL: 'warn' }, process.stderr);
const database = new Database(required('MONGODB_URI', settings.MONGODB_URI), settings, logger);
const services = createServices(database, settings);
try {
  await database.connect();
  const done = await seed(services, options['if-empty'] === true);
  process.stdout.write(`${done}\n`);
  if (await services.users.findByEmail(demoAccount.email)) {
    process.stdout.write(`Demo account: ${demoAccount.email}, password ${demoAccount.password}\n`);
  }
} finally {
  await database.close();
}
