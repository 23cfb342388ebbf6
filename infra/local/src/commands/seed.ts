import { toolPaths } from '@recipe-book/tools';
import { stackPaths } from '../paths.ts';
import { seed, seedAtLength } from '../seed.ts';
import { stackInput } from '../stack.ts';
import { readStatus } from '../supervisor/index.ts';
import { runCommand, UsageError } from './command.ts';

/**
 * `make seed`: the demo account and its recipes, unless they are there. With USERS or RECIPES, which
 * say how many, made-up accounts instead; another SEED makes others.
 */
await runCommand(async ({ settings, text }) => {
  const { state } = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  if (!settings.MONGODB_URI && !readStatus(state)?.running) {
    throw new UsageError(`Nothing runs on port ${settings.INGRESS_PORT}: start with "make up".`);
  }
  const tools = await toolPaths('run', text);
  const input = stackInput(settings, text, tools);
  const amount = ['USERS', 'RECIPES', 'SEED'].flatMap((name) =>
    text[name] ? [`--${name.toLowerCase()}`, text[name]] : [],
  );
  if (amount.length === 0) console.log(await seed(input));
  else process.exitCode = await seedAtLength(input, amount);
});
