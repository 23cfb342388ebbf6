import { choiceOf } from './choice.ts';

const nothing = { environment: 'development', namespace: undefined, context: undefined };

test.each([
  ['nothing', {}, nothing],
  ['empty values', { ENVIRONMENT: '', NAMESPACE: '', CONTEXT: '' }, nothing],
  [
    'all three',
    { ENVIRONMENT: 'staging', NAMESPACE: 'a', CONTEXT: 'b' },
    { environment: 'staging', namespace: 'a', context: 'b' },
  ],
])('%s', (_, text, choice) => {
  expect(choiceOf(text)).toEqual(choice);
});

test('an environment that does not exist is refused', () => {
  expect(() => choiceOf({ ENVIRONMENT: 'moon' })).toThrow(
    'ENVIRONMENT is "moon"; it must be one of development, staging, production.',
  );
});
