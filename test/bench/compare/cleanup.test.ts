import { Cleanup } from './cleanup.ts';

it('undoes the last first, once, and goes on after a failure', () => {
  const cleanup = new Cleanup();
  const done: string[] = [];
  const failure = new Error('It is gone already.');
  cleanup.add(() => done.push('first'));
  cleanup.add(() => {
    throw failure;
  });
  cleanup.add(() => done.push('last'));
  expect(cleanup.run()).toEqual([failure]);
  expect(cleanup.run()).toEqual([]);
  expect(done).toEqual(['last', 'first']);
});
