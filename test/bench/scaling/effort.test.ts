import { readEffort } from './effort.ts';

test('an effort has usual values', () => {
  expect(readEffort({})).toEqual({ rounds: 3, seconds: 5 });
  expect(readEffort({ ROUNDS: '10', SECONDS: '60' })).toEqual({ rounds: 10, seconds: 60 });
});

test.each([
  [{ ROUNDS: '0' }, 'ROUNDS is "0"; it must be a whole number from 1 to 100.'],
  [{ ROUNDS: 'many' }, 'ROUNDS is "many"'],
  [{ ROUNDS: '' }, 'ROUNDS is ""'],
  [{ SECONDS: '1.5' }, 'SECONDS is "1.5"'],
  [{ SECONDS: '1e9' }, 'SECONDS is "1e9"'],
  [{ SECONDS: '301' }, 'SECONDS is "301"; it must be a whole number from 1 to 300.'],
])('%j is refused with a sentence', (text, sentence) => {
  expect(() => readEffort(text)).toThrow(sentence);
});
