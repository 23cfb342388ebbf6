import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzz, fuzzedStack } from '../fuzz/fuzz.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';

let stack: OwnStack;
const folder = mkdtempSync(join(tmpdir(), 'recipe-book-fuzz-'));
beforeAll(async () => {
  stack = await ownStack(fuzzedStack);
}, 120_000);
afterAll(() => {
  stack.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

/** A taste of `make fuzz`: the same requests each time, so that a failure comes from a change. */
const few = [
  '--seed',
  '1',
  '--generation-deterministic',
  '--phases',
  'examples,fuzzing',
  '-n',
  '5',
];

test('answers as described to what is made up from the description', async () => {
  const outcome = await fuzz({ ...stack, schemathesis: 'schemathesis', folder }, few, () => {});
  expect(outcome.failures).toBe('');
  expect(outcome.cases).toBeGreaterThan(2 * outcome.operations);
}, 180_000);
