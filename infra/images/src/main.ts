/** `make images`: builds the app's image, under the name that the manifests give it. */
import { join } from 'node:path';
import { appImage } from '@recipe-book/cdk8s';
import { loadSettings, SettingsError, withEnvFile } from '@recipe-book/settings';
import { buildApp, ImageError } from './build.ts';
import { root } from './root.ts';

try {
  const image = appImage(loadSettings(withEnvFile(process.env, join(root, '.env'))));
  const builder = await buildApp(image);
  console.log(`${image} is in the store of ${builder}.`);
} catch (error) {
  if (!(error instanceof ImageError || error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
