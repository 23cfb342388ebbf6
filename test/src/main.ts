import { delimiter, dirname } from 'node:path';
import { ensureTools, InstallError } from '@recipe-book/tools';
import { check } from './check.ts';
import { jest } from './jest.ts';
import type { Step } from './step.ts';

// The time that a test may take is there to end what hangs, also on a machine with much else to do.
const unitOptions = ['--maxWorkers=2', '--testTimeout=30000'];
const stackOptions = ['--runInBand', '--testTimeout=30000'];

/** `make test`: every check and suite in turn, then how many passed and failed. */
async function main(): Promise<void> {
  const tools = await ensureTools('test', { env: process.env });
  // Tests find real programs by name, as a user would.
  const folders = new Set(Object.values(tools).map((path) => dirname(path)));
  const env = { ...process.env, PATH: [...folders, process.env['PATH']].join(delimiter) };
  const only = process.env['ONLY'];
  const whole: Step[] = [
    check('types', 'typescript/bin/tsc', ['--project', 'tsconfig.json']),
    check('style', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']),
    check('dead code', 'knip/bin/knip.js', []),
    jest('unit', unitOptions, env),
    jest('stack', stackOptions, env),
  ];
  const steps = only ? [onePart(only, env)] : whole;
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    console.log(`${step.name} ...`);
    const begin = Date.now();
    const result = await step.run();
    passed += result.passed;
    failed += result.failed;
    const seconds = Math.round((Date.now() - begin) / 1000);
    console.log(`  ${result.passed} passed and ${result.failed} failed in ${seconds} s`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** The tests below one path. */
function onePart(path: string, env: NodeJS.ProcessEnv): Step {
  const isStack = path.startsWith('test/');
  const options = [`--testPathPatterns=${path}`, ...(isStack ? stackOptions : unitOptions)];
  return jest(isStack ? 'stack' : 'unit', options, env);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
