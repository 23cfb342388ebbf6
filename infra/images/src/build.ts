import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tagOf } from '@recipe-book/cdk8s';
import { type Build, type Builder, buildArguments, findBuilder } from './builder.ts';
import { root } from './root.ts';
import { nodeVersion, npmRegistry, readSource } from './source.ts';

/** Something that a person can put right; its message says how. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}

/**
 * Builds the image of the app with the front end, and shows what the builder says.
 * @param image name and tag, such as `recipe-book/app:2.1.5`.
 * @returns the program that built it, in whose store it now is.
 * @throws ImageError when there is no builder, or when it fails.
 */
export async function buildApp(image: string): Promise<Builder> {
  const builder = await findBuilder();
  if (!builder) {
    throw new ImageError(
      'Neither Docker nor buildah answers here: start Docker, or install buildah ("sudo apt-get install buildah"), then try again.',
    );
  }
  const [source, registry] = await Promise.all([readSource(), npmRegistry()]);
  const build: Build = {
    image,
    dockerfile: 'infra/images/app.Dockerfile',
    args: {
      NODE_VERSION: nodeVersion(),
      VERSION: tagOf(image),
      REVISION: source.revision,
      CREATED: new Date(source.epoch * 1000).toISOString(),
      ...(registry !== undefined && { NPM_CONFIG_REGISTRY: registry }),
    },
    epoch: source.epoch,
  };
  const child = spawn(builder, buildArguments(builder, build), { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new ImageError(`${builder} could not build ${image}: the lines above say why.`);
  }
  return builder;
}
