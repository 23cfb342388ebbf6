/** `make kind-down`: deletes the cluster of `make kind-up` with all its data. */
import { ensureTools, pathOf } from '@recipe-book/tools';
import { Kind } from '../kind/kind.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ text }) => {
  const tools = await ensureTools('kind', { env: text });
  await new Kind(pathOf(tools, 'kind')).remove();
});
