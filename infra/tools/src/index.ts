import { Cache, cacheFolder } from './cache.ts';
import { ensure, findTools } from './ensure.ts';
import { InstallError } from './install-error.ts';
import { liveReporter } from './reporters/live.ts';
import { plainReporter } from './reporters/plain.ts';
import { groups } from './tools.ts';
import type { Reporter, Tool, ToolPaths } from './types.ts';

export { InstallError } from './install-error.ts';
export type { Reporter, Tool, ToolPaths } from './types.ts';
export { versions } from './versions.ts';

type EnvironmentText = Readonly<Record<string, string | undefined>>;

/** A group (`run`: what `make up` needs, `test`: all), or tools by name. */
export type Wanted = keyof typeof groups | readonly string[];

interface Options {
  /** The environment: the PATH, the cache's place, proxies for the registries. */
  readonly env: EnvironmentText;
  /** Hears how it goes. Default: a live list on a terminal, else plain lines on stderr. */
  readonly reporter?: Reporter;
  /** Ends the installation and every program that it started. Keep a listener on SIGINT while it works. */
  readonly signal?: AbortSignal;
}

/**
 * Makes sure that the tools are there and gives their absolute paths by command name. Quick and
 * silent when nothing is missing. Throws `InstallError` with one sentence per tool that failed.
 */
export async function ensureTools(wanted: Wanted, options: Options): Promise<ToolPaths> {
  return ensure(toolsOf(wanted), {
    cache: new Cache(cacheFolder(options.env)),
    env: options.env,
    reporter: options.reporter ?? defaultReporter(),
    signal: options.signal ?? new AbortController().signal,
  });
}

/** The paths of the tools that are there now; installs nothing. */
export async function toolPaths(wanted: Wanted, env: EnvironmentText): Promise<ToolPaths> {
  const { paths } = await findTools(toolsOf(wanted), { cache: new Cache(cacheFolder(env)), env });
  return paths;
}

/** The path of one command; throws a sentence when the tools do not have it. */
export function pathOf(paths: ToolPaths, command: string): string {
  const path = paths[command];
  if (!path)
    throw new InstallError(`${command} is not installed: run "make tools", then try again.`);
  return path;
}

function toolsOf(wanted: Wanted): readonly Tool[] {
  if (typeof wanted === 'string') return groups[wanted];
  return wanted.map((name) => {
    const tool = groups.test.find((one) => one.name === name);
    if (tool) return tool;
    const known = groups.test.map((one) => one.name).join(', ');
    throw new InstallError(`There is no tool "${name}": the tools are ${known}.`);
  });
}

function defaultReporter(): Reporter {
  // Some terminals do not tell their width, and a list cannot be drawn without it.
  if (process.stdout.isTTY && process.stdout.columns > 0) return liveReporter();
  return plainReporter((line) => process.stderr.write(`${line}\n`));
}
