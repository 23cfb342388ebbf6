import type { EnvironmentText } from '@recipe-book/settings';
import { ensureTools, type ToolPaths } from '@recipe-book/tools';
import { say } from './say.ts';
import { buildWeb } from './web-build.ts';

/** What has to be there before anything starts: tools and the built front end. */
export async function prepare(text: EnvironmentText, signal?: AbortSignal): Promise<ToolPaths> {
  const tools = await ensureTools('run', { env: text, ...(signal ? { signal } : {}) });
  const begin = performance.now();
  if (await buildWeb()) say(`built the front end in ${seconds(performance.now() - begin)}`);
  return tools;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
