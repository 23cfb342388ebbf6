import type { Requirement } from './requirements.ts';
import { atLeast, cargo, cmake, go, libclang, recentPython, requireAll } from './requirements.ts';
import { Bench, fakeTool } from './testing.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.clean());

/** What the user reads when a tool needs these and the PATH is empty. */
async function sentenceFor(needed: readonly Requirement[]): Promise<string> {
  const tool = fakeTool((_, job) => requireAll(needed, job), { name: 'mongodb' });
  return bench.ensure([tool]).then(
    () => 'nothing is missing',
    (error: Error) => error.message,
  );
}

it('says which Debian packages bring what is missing', async () => {
  const noLibclang = { ...libclang, present: async () => false };
  expect(await sentenceFor([cmake, noLibclang])).toBe(
    'mongodb needs cmake and libclang: run "sudo apt-get install cmake libclang-dev", or install the same with your system\'s own package manager, then try again.',
  );
});

it('says where to get what Debian has only in older versions', async () => {
  expect(await sentenceFor([go])).toMatch(/^mongodb needs Go 1\.26 or newer: install it as/);
});

it('refuses a compiler that is too old and accepts a newer one', async () => {
  bench.program('cargo', 'cargo 1.63.0');
  expect(await sentenceFor([cargo])).toMatch(/^mongodb needs Rust \(cargo\) 1\.95 or newer/);
});

it('asks for a Python for which the fixed packages still come', async () => {
  bench.program('python3', 'Python 3.10.12');
  expect(await sentenceFor([recentPython])).toMatch(/^mongodb needs Python 3\.11 or newer/);
});

it.each([
  ['go version go1.26.8 linux/amd64', true],
  ['go version go1.25.1 linux/amd64', false],
  ['go version go2.0 linux/amd64', true],
  ['Redis server v=7.0.15 sha=00000000', true],
  ['no version here', false],
  [undefined, false],
])('compares the version in %p', (text, fits) => {
  const wanted = text?.includes('Redis') ? ([7, 0] as const) : ([1, 26] as const);
  expect(atLeast(text, wanted)).toBe(fits);
});
