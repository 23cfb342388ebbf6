/** `make bench`: runs every benchmark in a folder of its own here, or the one that ONLY names. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SupervisorError } from '@recipe-book/local';
import { SettingsError } from '@recipe-book/settings';
import { InstallError } from '@recipe-book/tools';
import { cleanUp } from './cleanup.ts';
import { EffortError } from './effort.ts';

const benches = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'bench.ts')),
);
const only = process.env['ONLY'];
const chosen = only ? benches.filter((name) => name === only) : benches;
if (chosen.length === 0) {
  console.error(`There is no benchmark "${only}": there are ${benches.join(', ')}.`);
  process.exitCode = 1;
}

// All that is written for a while goes there, whoever writes it, and goes with it. Sockets need a short path.
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
process.env['TMPDIR'] = scratch;
// Each has a database of its own: nobody's real one is to be filled.
delete process.env['MONGODB_URI'];
const removeScratch = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Each time: after the first, another would end this program at once, in the middle of cleaning up.
  process.on(signal, () => {
    ending = true;
    console.error('Stopping ...');
    void cleanUp(console.error).then(() => {
      // Last, after supervisors have ended what was only about to start.
      process.once('exit', removeScratch);
      process.exit(130);
    });
  });
}

const failed: string[] = [];
for (const name of chosen) {
  if (ending) break;
  console.log(`${name} ...`);
  try {
    const { run }: { run(): Promise<void> } = await import(
      join(import.meta.dirname, name, 'bench.ts')
    );
    await run();
  } catch (error) {
    // What is stopped fails, of course.
    if (ending) break;
    const expected = [EffortError, InstallError, SettingsError, SupervisorError];
    const isExpected = expected.some((type) => error instanceof type);
    console.error(isExpected ? (error as Error).message : error);
    failed.push(name);
  }
}
if (!ending) removeScratch();
if (failed.length > 0) {
  console.error(`Not measured: ${failed.join(', ')}. The messages above say why.`);
  process.exitCode = 1;
}
