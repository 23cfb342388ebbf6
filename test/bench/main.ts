/** `make bench`: runs every benchmark in a folder of its own here, or the one that ONLY names. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const benches = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'bench.ts')),
);
const only = process.env['ONLY'];
const chosen = only ? benches.filter((name) => name === only) : benches;
if (chosen.length === 0) {
  console.error(`There is no benchmark "${only}": there are ${benches.join(', ')}.`);
  process.exitCode = 1;
}
for (const name of chosen) {
  console.log(`${name} ...`);
  const { run }: { run(): Promise<void> } = await import(
    join(import.meta.dirname, name, 'bench.ts')
  );
  await run();
}
