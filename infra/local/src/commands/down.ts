import { stackPaths } from '../paths.ts';
import { stopFromOutside } from '../supervisor/index.ts';
import { runCommand } from './command.ts';

/** `make down`: stops what `make up` started; its data stays. */
await runCommand(async ({ settings }) => {
  const { state } = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  const longest = settings.SHUTDOWN_DRAIN_DELAY + settings.SHUTDOWN_TIMEOUT + 30_000;
  const stopped = await stopFromOutside(state, longest);
  console.log(stopped ? 'Stopped.' : `Nothing runs on port ${settings.INGRESS_PORT}.`);
});
