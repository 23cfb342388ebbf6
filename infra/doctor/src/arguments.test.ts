import { readArguments } from './arguments.ts';

test('without arguments it is about development', () => {
  expect(readArguments([], {})).toEqual({
    environment: 'development',
    namespace: undefined,
    context: undefined,
    json: false,
  });
});

test('arguments win over variables, and empty variables count as not set', () => {
  const text = { ENVIRONMENT: 'staging', NAMESPACE: 'a', CONTEXT: '', JSON: '1' };
  expect(readArguments(['--namespace', 'b'], text)).toEqual({
    environment: 'staging',
    namespace: 'b',
    context: undefined,
    json: true,
  });
});

test.each([
  [
    ['--environment', 'moon'],
    'ENVIRONMENT is "moon"; it must be one of development, staging, production.',
  ],
  [['--nmespace', 'x'], /^Unknown option '--nmespace'; there are --namespace, .*\.$/],
  [['kitchen'], /^Unexpected argument 'kitchen'; there are /],
])('%s is refused', (args, message) => {
  expect(() => readArguments(args, {})).toThrow(message);
});
