import { setTimeout as wait } from 'node:timers/promises';
import { addCleanup, cleanUp } from './cleanup.ts';

const never = (error: unknown) => {
  throw error;
};

test('what is left is undone, the newest first, each once', async () => {
  const undone: string[] = [];
  addCleanup(() => undone.push('backend'));
  const stop = addCleanup(async () => undone.push('over'));
  addCleanup(() => undone.push('stack'));
  await Promise.all([stop(), stop()]);
  await Promise.all([cleanUp(never), cleanUp(never)]);
  await cleanUp(never);
  expect(undone).toEqual(['over', 'stack', 'backend']);
});

test('a task that fails keeps none of the others from running, and is told once', async () => {
  const failure = new Error('make down failed');
  const said: unknown[] = [];
  let undone = false;
  addCleanup(() => {
    undone = true;
  });
  addCleanup(async () => {
    await wait(1);
    throw failure;
  });
  const say = (error: unknown) => said.push(error);
  await Promise.all([cleanUp(say), cleanUp(say)]);
  await cleanUp(say);
  expect(undone).toBe(true);
  expect(said).toEqual([failure]);
});

test('who runs a task hears that it failed, and nobody else does', async () => {
  const stop = addCleanup(() => Promise.reject(new Error('make down failed')));
  await expect(stop()).rejects.toThrow('make down failed');
  await cleanUp(never);
});

test('a task that has begun is waited for, whoever began it', async () => {
  let done = false;
  addCleanup(async () => {
    await wait(10);
    done = true;
  });
  const first = cleanUp(never);
  await cleanUp(never);
  expect(done).toBe(true);
  await first;
});
