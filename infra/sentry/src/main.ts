/** `make sourcemaps`: builds the front end if need be, and uploads its source maps to Sentry. */
import { join } from 'node:path';
import { buildWeb, webRoot } from '@recipe-book/local';
import { loadSettings, SettingsError, withEnvFile } from '@recipe-book/settings';
import about from '../../../package.json' with { type: 'json' };
import { UploadError, uploadSourceMaps } from './upload.ts';

const root = join(import.meta.dirname, '../../..');

try {
  const settings = loadSettings(withEnvFile(process.env, join(root, '.env')));
  const names = ['SENTRY_ORG', 'SENTRY_PROJECT', 'SENTRY_AUTH_TOKEN'] as const;
  const [org, project, token] = names.map((name) => settings[name]);
  if (org === undefined || project === undefined || token === undefined) {
    const missing = names.filter((name) => settings[name] === undefined);
    throw new SettingsError(missing.map((name) => `${name} is not set; make sourcemaps needs it.`));
  }
  await buildWeb();
  const maps = join(webRoot, '../source-maps');
  const url = settings.SENTRY_URL;
  await uploadSourceMaps(
    { built: webRoot, maps },
    { url, org, project, token, release: about.version },
  );
  console.log(`The source maps of ${about.version} are in ${project} at ${url}.`);
} catch (error) {
  if (!(error instanceof UploadError || error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
