/**
 * Makes the indexes of all models, then ends: `node app/src/database/main.ts`.
 * Production runs it once per release, because there the app does not make them itself.
 */
import { createLogger } from '../logging/logger.ts';
import { openLogOutput } from '../logging/output.ts';
import { createServices } from '../services.ts';
import { readSettings, required } from '../settings.ts';
import { Database } from './connection.ts';

const settings = readSettings(process.env);
const output = await openLogOutput(settings);
const logger = createLogger(settings, output.stream);
const database = new Database(required('MONGODB_URI', settings.MONGODB_URI), settings, logger);
createServices(database, settings);
try {
  await database.connect();
  await database.createIndexes();
  logger.info('the indexes are there');
} finally {
  await database.close();
  await output.close();
}
