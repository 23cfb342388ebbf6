import {
  harmlessTexts,
  secretLooks,
  secretNeedle,
  secretTexts,
} from '@recipe-book/test/secret-texts';
import fc from 'fast-check';
import { withoutSecrets } from './text.ts';

const clean = (text: string, emails = true) => withoutSecrets(text, { emails });

test.each([
  ['a JSON web token', 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl', '[redacted]'],
  ['one that was cut', 'eyJhbGciOiJFZERTQSJ9.eyJzdW', '[redacted]'],
  ['a password in a URL', 'mongodb://app:s3cret@db:27017/x', 'mongodb://[redacted]@db:27017/x'],
  ['one that is not encoded', 'redis://:s3c/r@t@cache/0', 'redis://[redacted]@cache/0'],
  ['a key in a URL', 'https://s3cret@example.org/a', 'https://[redacted]@example.org/a'],
  ['a query', 'GET /x?a=s3cret&b=2 HTTP/1.1', 'GET /x?[redacted] HTTP/1.1'],
  ['an Authorization header', 'Authorization: Basic czNjcmV0OnM=', 'Authorization: [redacted]'],
  ['a bearer value', 'sent bearer s3cret-s3cret on', 'sent bearer [redacted] on'],
  ['a cookie header', 'cookie: a=s3cret; b=s3cret', 'cookie: [redacted]'],
  ['a password with blanks', 'DB_PASSWORD=s3 cr et', 'DB_PASSWORD=[redacted]'],
  ['a field of JSON', '{"apiKey":"s3\\"cret","a":1}', '{"apiKey":[redacted],"a":1}'],
  ['JSON in JSON', '{\\"client_secret\\":\\"s3cret', '{\\"client_secret\\":[redacted]'],
  ['a field as Node shows it', "{ password: 's3 cret', a: 1 }", '{ password: [redacted], a: 1 }'],
  ['a token in a fragment', '/reset-password#token=s3cret', '/reset-password#token=[redacted]'],
  ['a key of GitHub', 'ghp_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8', '[redacted]'],
  ['a key of Stripe', 'sk_live_4eC39HqLyjWDarjtT1zdp7dc', '[redacted]'],
  ['a key of Anthropic', 'sk-ant-api03-A1b2C3d4E5f6G7h8I9j0', '[redacted]'],
  ['a key of AWS', 'AKIAIOSFODNN7EXAMPLE', '[redacted]'],
  ['a key of Google', `AIza${'a1B2-'.repeat(7)}`, '[redacted]'],
  ['a key of Slack', 'xoxb-123456789012-abcdefghijkl', '[redacted]'],
  ['a private key', '-----BEGIN PRIVATE KEY-----\nMC4\n-----END PRIVATE KEY-----', '[redacted]'],
  ['the token of a link', `/x/${'aB3-_'.repeat(8)}aB3`, '/x/[redacted]'],
  ['a refresh token', `got ${'aB3-_x'.repeat(11)}.`, 'got [redacted].'],
  ['a card', 'paid with 4111 1111 1111 1111 today', 'paid with [redacted] today'],
  ['a card next to digits', 'item 12 3782-822463-10005 7', 'item 12 [redacted] 7'],
  ['what JSON.parse quotes', jsonError('{"a": s3cret}'), 'Unexpected token in JSON'],
  ['an e-mail address', 'to jürgen.o+x@bücher.example, now', 'to [redacted], now'],
  ['an encoded "="', 'GET /x/password%3Ds3cret', 'GET /x/password=[redacted]'],
  ['encoded JSON', '/%7B%22password%22%3A%22s3cret%22%7D', '/{"password":[redacted]}'],
  ['an encoded name', '/%70assword=s3cret', '/password=[redacted]'],
  ['an encoded blank', '/x/Bearer%20s3crets3cret', '/x/Bearer [redacted]'],
  ['an encoded line break', 'Bearer%0As3crets3cret', 'Bearer [redacted]'],
  ['an encoded query', '/x/%3Fa%3Ds3cret', '/x/?[redacted]'],
  ['an encoded URL', 'https%3A%2F%2Fu%3As3cret%40h', 'https://[redacted]@h'],
  ['an encoded card', '/x/4111%201111%201111%201111', '/x/[redacted]'],
  ['an address encoded twice', '/x/ada%2540example.org', '/x/[redacted]'],
  ['a bearer value behind a tab', 'Bearer\ts3crets3cret', 'Bearer [redacted]'],
  ['one on the next line', 'Bearer\ns3crets3cret', 'Bearer [redacted]'],
])('%s is taken out', (_what, text, safe) => {
  expect(clean(text)).toBe(safe);
});

test.each(secretTexts)('the secret in "%s" is taken out', (text) => {
  expect(clean(text)).not.toMatch(secretNeedle);
});

test.each(secretLooks)('%s is known by its looks', (text) => {
  expect(clean(`got ${text} there`)).toBe('got [redacted] there');
});

test.each(harmlessTexts)('%s is left as it is', (text) => {
  expect(clean(text)).toBe(text);
});

function jsonError(text: string): string {
  try {
    return JSON.parse(text);
  } catch (error) {
    return String((error as Error).message);
  }
}

test.each([
  'request answered',
  'password.changed',
  'POST /api/auth/reset-password',
  '/api/recipes/0123456789abcdef01234567',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  '0da6ca39-0e67-4111-9930-39114586d36d',
  '57210004-8191-47f8-a145-e5dcb720a3f0',
  'recipe-book-development-app-7d4b9c6f5-x2x7k',
  'at verify (file:///srv/app/src/auth/tokens.ts:12:5)',
  'other indexes of the same fields: users {"resetPasswordToken":1}.',
  'connect ECONNREFUSED 127.0.0.1:27017',
  '{"find":"recipes","filter":{"owner":"?"}}',
  'order 4111 1111 1111 1112',
  '1234567890123456',
  '2026-11-26T03:45:53.123Z',
  '/api/recipes/apple%20pie%3A%20the%20best',
])('%s stays as it is', (text) => {
  expect(clean(text)).toBe(text);
});

test('e-mail addresses stay when they may', () => {
  expect(clean('to a@example.org', false)).toBe('to a@example.org');
});

test('a secret is taken out whatever stands around it', () => {
  const secrets = fc.constantFrom(
    'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl',
    'ghp_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8',
    'redis://:A1b2C3d4@cache',
    'Bearer A1b2C3d4E5f6',
    '{"password":"A1b2C3d4"}',
    '4111 1111 1111 1111',
  );
  fc.assert(
    fc.property(fc.string(), secrets, fc.string(), (before, secret, after) => {
      expect(clean(`${before} ${secret} ${after}`)).not.toMatch(/A1b2|eyJz|1111 1111/);
    }),
    { numRuns: 2000 },
  );
});

test('a long text is cut, and no half of a secret is left at its end', () => {
  for (let before = 8100; before < 8200; before += 7) {
    const safe = clean(`${'x '.repeat(before / 2)}password=s3cret s3cret`);
    expect(safe).not.toContain('s3cret');
    expect(safe.length).toBeLessThan(8200);
  }
});
