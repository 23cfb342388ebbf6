/**
 * `make load`: runs SCENARIO on a stack of its own, for MINUTES where its length is free. Ends with an error when a
 * target is missed.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTools, InstallError, pathOf } from '@recipe-book/tools';
import { root } from '../src/root.ts';
import { type Choice, choiceOf } from './choice.ts';
import { load } from './load.ts';
import { summary, writeReport } from './report.ts';
import { sizes } from './sizes.ts';
import { loadStack } from './stack.ts';

const choice = choiceOf(process.env);
const stopped = new AbortController();
// Each time: after the first, another would end this program at once, and the stack, which is no child of it, would go on.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopped.abort());
try {
  if (typeof choice !== 'string') await main(choice);
  else {
    console.error(choice);
    process.exitCode = 1;
  }
} catch (error) {
  process.exitCode = stopped.signal.aborted ? 130 : 1;
  if (stopped.signal.aborted) console.error('Stopped before its end; nothing was measured.');
  else if (error instanceof InstallError) console.error(error.message);
  else throw error;
}

async function main(choice: Choice): Promise<void> {
  const { scenario } = choice;
  const tools = await ensureTools('load', { env: process.env, signal: stopped.signal });
  const folder = join(root, '.run', 'load', scenario);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { accounts, recipes } = sizes[scenario];
  console.log(`Making ${accounts} accounts with ${recipes} recipes ...`);
  const stack = await loadStack(sizes[scenario], folder, stopped.signal);
  try {
    console.log(`Running ${scenario} ...`);
    const k6 = pathOf(tools, 'k6');
    const outcome = await load(choice, { ...stack, k6, folder, signal: stopped.signal });
    console.log(`\n${summary(outcome)}\n`);
    const missed = outcome.targets.filter(({ met }) => !met).length;
    console.log(missed === 0 ? 'Every target is met.' : `${missed} targets are missed.`);
    console.log(`Report: ${writeReport(folder, outcome)}; what went wrong: the logs beside it`);
    if (missed > 0) process.exitCode = 1;
  } finally {
    stack.stop();
  }
}
