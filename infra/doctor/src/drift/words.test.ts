import { inWords } from './words.ts';

const asItIs = (text: string) => text;

test('one line says what should be and what is', () => {
  expect(inWords({ path: 'spec.replicas', want: 3, have: 1 }, asItIs)).toBe('spec.replicas: 3 → 1');
  expect(inWords({ path: 'spec.type', want: 'NodePort' }, asItIs)).toBe(
    'spec.type: NodePort → missing',
  );
  expect(inWords({ path: 'data.b', have: 'x' }, asItIs)).toBe('data.b: should not be there');
});

test('of a long text it shows where it differs', () => {
  const want = `${'a line\n'.repeat(50)}limit: 100\n${'a line\n'.repeat(50)}`;
  const line = inWords({ path: 'data.f', want, have: want.replace('100', '900') }, asItIs);
  expect(line).toMatch(/^data\.f \(line 51\): …[^→]*limit: 100[^→]*… → …[^→]*limit: 900[^→]*…$/);
});

test('no value of a secret variable is shown, nor what is redacted', () => {
  const path = 'spec.containers[app].env[MONGODB_URI].value';
  expect(inWords({ path, want: 'mongodb://a', have: 'mongodb://b' }, asItIs)).toBe(
    `${path}: mongodb://a → another value`,
  );
  expect(inWords({ path: 'x', want: 'a', have: 'b' }, () => '[redacted]')).toBe(
    'x: a → [redacted]',
  );
});
