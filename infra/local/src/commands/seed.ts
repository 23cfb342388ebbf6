import { toolPaths } from '@recipe-book/tools';
import { stackPaths } from '../paths.ts';
import { seed } from '../seed.ts';
import { stackInput } from '../stack.ts';
import { readStatus } from '../supervisor/index.ts';
import { runCommand, UsageError } from './command.ts';

/** `make seed`: the demo account and its recipes, unless they are there. */
await runCommand(async ({ settings, text }) => {
  const { state } = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  if (!settings.MONGODB_URI && !readStatus(state)?.running) {
    throw new UsageError(`Nothing runs on port ${settings.INGRESS_PORT}: start with "make up".`);
  }
  const tools = await toolPaths('run', text);
  console.log(await seed(stackInput(settings, text, tools)));
});
