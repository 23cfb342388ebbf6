import { leave } from '../early/begun.ts';
import { takeRenewal } from './take-renewal.ts';

test('a renewal that has begun is taken once', () => {
  const renewal = Promise.resolve({ outcome: 'away' } as const);
  leave({ renewal });
  expect(takeRenewal()).toBe(renewal);
  expect(takeRenewal()).toBeUndefined();
});
