import type { Cache } from './cache.ts';
import { InstallError } from './install-error.ts';
import { withJob } from './job.ts';
import { limit } from './limit.ts';
import { exclusively } from './lock.ts';
import { findFitting } from './programs.ts';
import type { Reporter, Tool, ToolPaths } from './types.ts';

/** More compilers at once only fight for processors. */
const HEAVY_AT_ONCE = 2;

interface EnsureOptions {
  readonly cache: Cache;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

/** The tools that are there already, on the PATH or in the cache, and those that are missing. */
export async function findTools(
  tools: readonly Tool[],
  { cache, env }: Pick<EnsureOptions, 'cache' | 'env'>,
): Promise<{ paths: ToolPaths; missing: readonly Tool[] }> {
  const found = await Promise.all(tools.map((tool) => findTool(tool, cache, env)));
  return {
    paths: Object.assign({}, ...found),
    missing: tools.filter(({ source }, index) => source && !found[index]),
  };
}

async function findTool(
  tool: Tool,
  cache: Cache,
  env: EnsureOptions['env'],
): Promise<ToolPaths | undefined> {
  const own = tool.path && (await findFitting(tool.path, env));
  if (!own || !tool.path) return tool.source && cache.find(tool);
  // Another name for the same program (google-chrome) goes by the first name in the list; a program
  // that the tool does not provide itself (mongod) keeps its own.
  const [first = own.command] = tool.path.commands;
  return { [first in tool.provides ? first : own.command]: own.file };
}

/**
 * Installs what is missing and gives the paths of all. One that fails does not stop the others: the
 * error at the end has a sentence for each that failed.
 */
export async function ensure(tools: readonly Tool[], options: EnsureOptions): Promise<ToolPaths> {
  const { paths, missing } = await findTools(tools, options);
  if (missing.length === 0) return paths;
  options.reporter.plan(missing);
  const heavy = limit(HEAVY_AT_ONCE);
  const results = await Promise.allSettled(
    missing.map((tool) => {
      const install = (): Promise<ToolPaths> => installReported(tool, options);
      return tool.heavy ? heavy(install) : install();
    }),
  );
  await options.reporter.close();
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const unexpected = failed.find((error) => !(error instanceof InstallError));
  if (unexpected) throw unexpected;
  if (failed.length > 0) throw new InstallError(failed.map(({ message }) => message).join('\n'));
  const installed = results.map((result) => (result.status === 'fulfilled' ? result.value : {}));
  return Object.assign({}, paths, ...installed);
}

async function installReported(tool: Tool, options: EnsureOptions): Promise<ToolPaths> {
  const { reporter } = options;
  const began = performance.now();
  try {
    const paths = await installOnce(tool, options);
    reporter.finished(tool, (performance.now() - began) / 1000);
    return paths;
  } catch (error) {
    reporter.failed(tool, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Only one process on this cache installs a tool; the others then find it there. */
function installOnce(tool: Tool, options: EnsureOptions): Promise<ToolPaths> {
  const { cache, env, reporter, signal } = options;
  const onWait = (): void => reporter.waiting(tool);
  const lockName = `${tool.name}-${tool.version}`;
  return exclusively(cache.folder, lockName, onWait, async () => {
    signal.throwIfAborted();
    const there = await cache.find(tool);
    if (there) return there;
    reporter.started(tool);
    const scratch = await cache.scratchFolder(tool);
    const logFile = cache.logOf(tool);
    const buildFolder = cache.buildFolderOf(tool);
    const about = { tool: tool.name, cache: cache.folder, logFile, buildFolder, env, signal };
    try {
      await withJob(about, async (job) => tool.source?.install(scratch, job));
      await cache.commit(tool, scratch);
    } finally {
      await cache.discard(scratch);
    }
    const paths = await cache.find(tool);
    if (!paths) {
      const wanted = Object.keys(tool.provides).join(', ');
      throw new InstallError(`${tool.name} was installed but lacks ${wanted}; see ${logFile}.`);
    }
    return paths;
  });
}
