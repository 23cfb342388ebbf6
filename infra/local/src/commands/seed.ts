import { toolPaths } from '@recipe-book/tools';
import { seed } from '../seed.ts';
import { stackInput } from '../stack.ts';
import { runCommand } from './command.ts';

/** `make seed`: the demo account and its recipes, unless they are there. */
await runCommand(async ({ settings, text }) => {
  const tools = await toolPaths('run', text);
  console.log(await seed(stackInput(settings, text, tools)));
});
