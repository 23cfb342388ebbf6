import { loadSettings } from '@recipe-book/settings';
import { redaction } from './redaction.ts';

/** The Collector's expressions (RE2), as far as they are the same here. */
function expression(text: string): RegExp {
  return new RegExp(text.replace('(?i)', ''), text.startsWith('(?i)') ? 'giu' : 'gu');
}

const standard = redaction(loadSettings({}));

function masked(value: string, { blocked_values: values } = standard): string {
  return values.reduce((text, pattern) => text.replace(expression(pattern), '****'), value);
}

const secret = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0_-z';

test.each([
  `http://x/shared/${secret}`,
  `http://x/SHARED/${secret}/x`,
  `http://x/shared/x/${secret}`,
  `/api/shared/x/y.z/${secret}`,
  `/api/calendar/${secret}.ics`,
  `GET /elsewhere/${secret} 404`,
  `http://x/api/recipes?access_token=${secret}`,
  `http://x/api/recipes?a=b&access_token=${secret}`,
  'mongodb+srv://cook:A1b2/C3@d4@db.example/recipes',
  'https://A1b2@example.org/x',
  '{"password":"A1b2 \\"C3 d4","user":"x"}',
  'body: {\\"apiKey\\":\\"A1b2\\"}',
  'DB_PASSWORD=A1b2 C3',
  'x-api-key: A1b2C3d4',
  'Cookie: a=1; session=A1b2',
  'Authorization: Basic A1b2C3d4',
  'sent bearer A1b2C3d4E5',
  '-----BEGIN RSA PRIVATE KEY-----\nA1b2\n-----END RSA PRIVATE KEY-----',
  '/api/recipes/password%3DA1b2C3d4',
  '/api/recipes/%7B%22password%22%3A%22A1b2C3d4%22%7D',
  '/x/api-key%20%3d%20A1b2C3d4',
  '/x/Bearer%20A1b2C3d4E5',
  'Bearer\tA1b2C3d4E5',
  'Bearer\nA1b2C3d4E5',
  '/x/%3Fpassphrase1%3DA1b2',
  '/x/https:%2F%2Fu:A1b2@h',
  '/x/https%3A%2F%2Fu%3AA1b2%40h',
])('the secret in "%s" is masked', (value) => {
  expect(masked(value)).not.toContain('A1b2');
});

test.each([
  'ghp_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'sk-ant-api03-A1b2C3d4E5f6G7h8I9j0',
  'AKIAIOSFODNN7EXAMPLE',
  'xoxb-123456789012-abcdefghijkl',
  '4111 1111 1111 1111',
  '5555555555554444',
  '3782-822463-10005',
  '4111%201111%201111%201111',
  '30569309025904',
])('%s is masked by its looks', (value) => {
  expect(masked(`got ${value} there`)).toMatch(/^got [ps]?\*\*\*\* there$/);
});

test.each([
  '/api/recipes/0123456789abcdef01234567',
  '/assets/index-Cx1aB2c3.js',
  '/shared/x',
  'POST /api/auth/reset-password',
  'at verify (file:///srv/app/src/auth/tokens.ts:12:5)',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'recipe-book-development-app-7d4b9c6f5-x2x7k',
  '2026-11-26T03:45:53.123Z',
])('%s is left as it is', (value) => {
  expect(masked(value)).toBe(value);
});

test('e-mail addresses are masked unless the setting says otherwise', () => {
  const text = 'no mail to jürgen.o+x@bücher.example now';
  expect(masked(text)).toBe('no mail to **** now');
  expect(masked(text, redaction(loadSettings({ LOG_REDACT_EMAILS: 'false' })))).toBe(text);
});

test.each([
  'url.query',
  'http.request.header.Cookie',
  'db.password',
  'apiKey',
  'X-Api-Key',
  'x-jwt-payload',
])('whatever the attribute %s holds is masked', (key) => {
  expect(standard.blocked_key_patterns.some((pattern) => expression(pattern).test(key))).toBe(true);
});
