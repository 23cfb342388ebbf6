import { leave, takeAnswer, takeRenewal } from './begun.ts';

const { jest } = import.meta;

const answer = Promise.resolve(new Response('{}'));
const renewal = Promise.resolve({ outcome: 'away' } as const);

test('what has begun is taken once, by who asks for just that', () => {
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
  leave({ renewal, path: '/api/recipes/1', answer });
  expect(takeAnswer('/api/recipes/2')).toBeUndefined();
  expect(takeAnswer('/api/recipes/1')).toBe(answer);
  expect(takeAnswer('/api/recipes/1')).toBeUndefined();
  expect(takeRenewal()).toBe(renewal);
  expect(takeRenewal()).toBeUndefined();
});

test('an answer that nobody took in time is not shown later', () => {
  leave({ path: '/api/recipes/1', answer });
  jest.spyOn(performance, 'now').mockReturnValue(60_000);
  expect(takeAnswer('/api/recipes/1')).toBeUndefined();
});
