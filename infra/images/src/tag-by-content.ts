import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Builder } from './builder.ts';

const run = promisify(execFile);

/**
 * Gives an image a second tag that says what is in it: pods only roll, and only fetch, when the name
 * changes. @returns the new name, such as `recipe-book/app:2.1.5-0a1b2c3d4e5f`.
 */
export async function tagByContent(builder: Builder, image: string): Promise<string> {
  const inspect = builder === 'docker' ? ['image', 'inspect', '--format', '{{.Id}}'] : idByBuildah;
  const { stdout } = await run(builder, [...inspect, image]);
  const id = stdout.trim().replace(/^sha256:/, '');
  const tagged = `${image}-${id.slice(0, 12)}`;
  await run(builder, ['tag', image, tagged]);
  return tagged;
}

const idByBuildah = ['inspect', '--type', 'image', '--format', '{{.FromImageID}}'];
