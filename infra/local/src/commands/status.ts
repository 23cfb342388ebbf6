import { stackPaths } from '../paths.ts';
import { readStatus } from '../supervisor/index.ts';
import { table } from '../table.ts';
import { runCommand, UsageError } from './command.ts';

/** `make status`: each part of the running stack. */
await runCommand(async ({ settings }) => {
  const { state } = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  const found = readStatus(state);
  if (!found?.running) {
    throw new UsageError(`Nothing runs on port ${settings.INGRESS_PORT}: start with "make up".`);
  }
  const rows = found.status.parts.map(({ name, state: partState, since, restarts, process }) => [
    name,
    partState,
    since,
    String(restarts),
    process ? String(process.pid) : '',
  ]);
  console.log(table([['part', 'state', 'since', 'restarts', 'pid'], ...rows]));
  if (found.status.parts.some(({ state: partState }) => partState !== 'ready'))
    process.exitCode = 1;
});
