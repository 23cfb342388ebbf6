import { execFile } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths.ts';

const web = join(root, 'web');

/** Folder of the built front end. */
export const webRoot = join(web, 'dist');

/**
 * Builds the front end unless the build is newer than everything that it is made of.
 * @returns whether it was built.
 * @throws Error with the builder's own words.
 */
export async function buildWeb(): Promise<boolean> {
  const sources = globSync(
    [
      ...['{public,src,vite}/**/*', 'index.html', 'vite.config.ts', 'package.json'],
      // The build writes the policy of pages with a recipe.
      '../infra/envoy/src/filters/security-headers.ts',
      // Schemas, and what both write or compute alike.
      '../app/src/**/*.ts',
    ],
    { cwd: web },
  );
  const newest = Math.max(...sources.map((path) => statSync(join(web, path)).mtimeMs));
  const built = statSync(join(webRoot, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > newest) return false;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  try {
    // Whatever the shell says: a development build is large, slow and names the files of this machine.
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: web,
      env,
    });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new Error(`The front end could not be built: ${stderr || message}`);
  }
  return true;
}
