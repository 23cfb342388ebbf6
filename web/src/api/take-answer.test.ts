import { leave } from '../early/begun.ts';
import { readFirstAnswer } from './read-first-answer.ts';
import { takeAnswer, takeRead } from './take-answer.ts';

const { jest } = import.meta;

const answer = Promise.resolve(new Response('{}'));

test('what has begun is taken once, by who asks for just that', () => {
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
  leave({ path: '/api/recipes/1', answer });
  expect(takeAnswer('/api/recipes/2')).toBeUndefined();
  expect(takeAnswer('/api/recipes/1')).toBe(answer);
  expect(takeAnswer('/api/recipes/1')).toBeUndefined();
});

test('an answer that nobody took in time is not shown later', () => {
  leave({ path: '/api/recipes/1', answer });
  jest.spyOn(performance, 'now').mockReturnValue(60_000);
  expect(takeAnswer('/api/recipes/1')).toBeUndefined();
});

test('what an answer said can be taken once it has been read, in place of the answer', async () => {
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
  leave({ path: '/api/recipes/1', answer: Promise.resolve(Response.json({ title: 'Soup' })) });
  expect(takeRead('/api/recipes/1')).toBeUndefined();
  await readFirstAnswer();
  expect(takeRead('/api/recipes/2')).toBeUndefined();
  expect(takeRead('/api/recipes/1')).toEqual({ title: 'Soup' });
  expect(takeRead('/api/recipes/1')).toBeUndefined();
  expect(takeAnswer('/api/recipes/1')).toBeUndefined();
});

test('an answer that says what is wrong is left to who asks for it', async () => {
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
  const gone = Promise.resolve(Response.json({ title: 'Not found' }, { status: 404 }));
  leave({ path: '/api/recipes/1', answer: gone });
  await readFirstAnswer();
  expect(takeRead('/api/recipes/1')).toBeUndefined();
  expect(takeAnswer('/api/recipes/1')).toBe(gone);
});
