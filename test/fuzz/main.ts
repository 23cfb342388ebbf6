/** `make fuzz`: tries the API out for MINUTES on a stack of its own. SEED repeats a run. */
import { join } from 'node:path';
import { ensureTools, InstallError, pathOf } from '@recipe-book/tools';
import { ownStack } from '../harness/own-stack.ts';
import { root } from '../src/root.ts';
import { fuzz, fuzzedStack } from './fuzz.ts';

const { MINUTES = '20', SEED } = process.env;

try {
  await main(Math.round(Number(MINUTES) * 60));
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(seconds: number): Promise<void> {
  if (!(seconds > 0)) {
    console.error(`MINUTES is "${MINUTES}"; it must be a number above 0.`);
    process.exitCode = 1;
    return;
  }
  const tools = await ensureTools(['schemathesis'], { env: process.env });
  const folder = join(root, '.run', 'fuzz');
  const stack = await ownStack(fuzzedStack);
  try {
    const fuzzed = { ...stack, schemathesis: pathOf(tools, 'schemathesis'), folder };
    const args = ['--max-time', String(seconds), ...(SEED ? ['--seed', SEED] : [])];
    const { cases, operations, neverDone, failures } = await fuzz(fuzzed, args, console.log);
    const done = operations - neverDone.length;
    console.log(`\n${cases} requests; ${done} of ${operations} operations have succeeded.`);
    if (neverDone.length > 0) console.log(`Never:\n  ${neverDone.join('\n  ')}`);
    console.log(failures === '' ? 'No failures.' : `Failures:\n${failures}`);
    console.log(`Reports: ${folder}`);
    if (failures !== '' || neverDone.length > 0) process.exitCode = 1;
  } finally {
    stack.stop();
  }
}
