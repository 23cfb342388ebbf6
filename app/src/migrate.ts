/**
 * Makes the indexes of all models, then ends: `node app/src/migrate.ts [--drop-unknown]`.
 * Production runs it once per release, because there the app does not make them itself. Indexes that
 * no model asks for are named in the log; with --drop-unknown they go.
 */
import { parseArgs } from 'node:util';
import { Database } from './database/connection.ts';
import { IndexInTheWay } from './database/indexes.ts';
import { createLogger } from './logging/logger.ts';
import { openLogOutput } from './logging/output.ts';
import { createServices } from './services.ts';
import { readSettings, required } from './settings.ts';

const { values: options } = parseArgs({ options: { 'drop-unknown': { type: 'boolean' } } });
const settings = readSettings(process.env);
// The files are the app's own.
const output = await openLogOutput({ ...settings, LOG_FILE_PATH: undefined });
const logger = createLogger(settings, output.stream);
const uri = required('MONGODB_URI', settings.MONGODB_URI);
const database = new Database(uri, settings, logger, { isPatient: true });
createServices(database, settings);
try {
  await database.open();
  await database.updateIndexes(options['drop-unknown'] ? 'unknown' : 'nothing');
  logger.info('the indexes are there');
} catch (error) {
  if (!(error instanceof IndexInTheWay)) throw error;
  logger.error(`${error.message} Run this again with --drop-unknown to replace them.`);
  process.exitCode = 1;
} finally {
  await database.close();
  await output.close();
}
