import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { Tool, ToolPaths } from './types.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The part of the environment that says where the cache is; the same rule stands in `with-node`. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const home = env['HOME'] ? join(env['HOME'], '.cache') : join(root, '.tools');
  const folder = env['RECIPE_BOOK_CACHE'] || join(env['XDG_CACHE_HOME'] || home, 'recipe-book');
  return isAbsolute(folder) ? folder : join(root, folder);
}

const marker = '.installed';

/** The tools of one cache folder: `tools/<name>-<version>/`, each put there whole by one rename. */
export class Cache {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  folderOf(tool: Tool): string {
    return join(this.folder, 'tools', `${tool.name}-${tool.version}`);
  }

  logOf(tool: Tool): string {
    return join(this.folder, 'logs', `${tool.name}-${tool.version}.log`);
  }

  /** One for each version: checkouts with different lists may build at the same time. */
  buildFolderOf(tool: Tool): string {
    return join(this.folder, 'build', `${tool.name}-${tool.version}`);
  }

  /** The paths that the tool gives, or `undefined` when it is not there or not whole. */
  async find(tool: Tool): Promise<ToolPaths | undefined> {
    const folder = this.folderOf(tool);
    const paths = Object.fromEntries(
      Object.entries(tool.provides).map(([name, file]) => [name, join(folder, file)]),
    );
    try {
      await Promise.all(
        [join(folder, marker), ...Object.values(paths)].map((file) => access(file)),
      );
      return paths;
    } catch {
      return undefined;
    }
  }

  /** An empty folder beside the final one, so that a rename can move it. Leftovers of ended runs go. */
  async scratchFolder(tool: Tool): Promise<string> {
    const tools = join(this.folder, 'tools');
    const prefix = `.tmp-${tool.name}-${tool.version}-`;
    await mkdir(tools, { recursive: true });
    const old = (await readdir(tools)).filter((name) => name.startsWith(prefix));
    await Promise.all(old.map((name) => rm(join(tools, name), { recursive: true, force: true })));
    const scratch = join(tools, `${prefix}${process.pid}`);
    await mkdir(join(scratch, 'bin'), { recursive: true });
    return scratch;
  }

  /** Drops a scratch folder that will not be filled. */
  async discard(scratch: string): Promise<void> {
    await rm(scratch, { recursive: true, force: true });
  }

  /** Makes a filled scratch folder count. */
  async commit(tool: Tool, scratch: string): Promise<void> {
    await writeFile(join(scratch, marker), `${tool.name} ${tool.version}\n`);
    await rm(this.folderOf(tool), { recursive: true, force: true });
    await rename(scratch, this.folderOf(tool));
    await rm(this.buildFolderOf(tool), { recursive: true, force: true });
  }
}
