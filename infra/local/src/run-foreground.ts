import type { EnvironmentText, Settings } from '@recipe-book/settings';
import { addresses } from './addresses.ts';
import { prepare } from './prepare.ts';
import { provision } from './provision.ts';
import { report } from './report.ts';
import { runsAlready } from './runs-already.ts';
import { say, sayReady } from './say.ts';
import { seed } from './seed.ts';
import { stackInput, stackParts } from './stack.ts';
import { Supervisor } from './supervisor/index.ts';
import { table } from './table.ts';

/** Runs a stack until SIGINT or SIGTERM, then stops all of it. */
export async function runForeground(settings: Settings, text: EnvironmentText): Promise<void> {
  const begin = performance.now();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop.abort());
  }
  const input = stackInput(settings, text, await prepare(text, stop.signal));
  if (await runsAlready(input)) {
    say(
      `Recipe Book runs already, as it was started; other settings need "make down" first:\n${table(addresses(input))}`,
    );
    sayReady();
    return;
  }
  const supervisor = new Supervisor({
    parts: stackParts(input),
    logDir: input.paths.logs,
    stateDir: input.paths.state,
  });
  report(supervisor, say);
  stop.signal.addEventListener('abort', () => void supervisor.stop());
  try {
    await supervisor.start();
    if (settings.APP_ENV === 'development') say(await seed(input, ['--if-empty']));
  } catch (error) {
    await supervisor.stop();
    if (stop.signal.aborted) return;
    throw error;
  }
  const took = ((performance.now() - begin) / 1000).toFixed(1);
  say(`\nRecipe Book is ready after ${took} s:\n${table(addresses(input))}\n`);
  const provisioned = await provision(input, stop.signal);
  if (provisioned !== undefined) say(provisioned);
  sayReady();
  if (!stop.signal.aborted) {
    await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
  }
  say('stopping ...');
  await supervisor.stop();
  say('stopped');
}
