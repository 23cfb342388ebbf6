/** `make images`: builds the app's image, under the name that the manifests give it. */
import { images } from '@recipe-book/cdk8s';
import { buildApp, ImageError } from './build.ts';

try {
  const builder = await buildApp(images.app);
  console.log(`${images.app} is in the store of ${builder}.`);
} catch (error) {
  if (!(error instanceof ImageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
