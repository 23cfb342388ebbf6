/** `make chaos`: breaks one part after the other under constant traffic. ONLY=redis for some of the faults. */
import { join } from 'node:path';
import { SupervisorError } from '@recipe-book/local';
import { SettingsError } from '@recipe-book/settings';
import { InstallError } from '@recipe-book/tools';
import { root } from '../src/root.ts';
import { runFaults } from './chaos.ts';
import { broken, isBusy } from './expectations.ts';
import { faults } from './faults/index.ts';
import { summary, writeReport } from './report.ts';
import type { Row } from './row.ts';
import { chaosSettings } from './settings.ts';
import { startChaosStack } from './stack/chaos-stack.ts';

const only = (process.env['ONLY'] ?? '').toLowerCase();
const chosen = faults.filter(({ name }) => name.toLowerCase().includes(only));

try {
  if (chosen.length > 0) await main();
  else {
    console.error(`There is no fault "${only}": ${faults.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
  }
} catch (error) {
  const expected = [InstallError, SettingsError, SupervisorError];
  if (!expected.some((type) => error instanceof type)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const stack = await startChaosStack(chaosSettings);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stack.stop().then(() => process.exit(1)));
  }
  try {
    const { rows, alertedBefore } = await runFaults(stack, chosen, console.log);
    const problems = rows.flatMap(({ seen, figures, alerted }) => broken(seen, figures, alerted));
    if (alertedBefore) problems.unshift('The alert fires before the first fault.');
    console.log(`\n${summary(rows)}\n`);
    sayBusy(rows);
    console.log(problems.length > 0 ? problems.join('\n') : 'All is as it should be.');
    console.log(`Report: ${writeReport(join(root, '.run', 'chaos'), rows)}`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await stack.stop();
  }
}

function sayBusy(rows: readonly Row[]): void {
  const busy = rows.filter(({ seen }) => isBusy(seen)).map(({ seen }) => seen.fault.name);
  if (busy.length === 0) return;
  console.log(
    `The machine had much else to do, so these times were not judged: ${busy.join(', ')}.`,
  );
}
