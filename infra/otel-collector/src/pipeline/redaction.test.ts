import { loadSettings } from '@recipe-book/settings';
import {
  harmlessTexts,
  secretLooks,
  secretNeedle,
  secretTexts,
} from '@recipe-book/test/secret-texts';
import { knownKeys } from './known-keys.ts';
import { secretKeys, valueRedaction } from './redaction.ts';

/** The Collector's expressions (RE2), as far as they are the same here. */
function expression(text: string): RegExp {
  return new RegExp(text.replace('(?i)', ''), text.startsWith('(?i)') ? 'giu' : 'gu');
}

const standard = valueRedaction(loadSettings({}));

function masked(value: string, { allowed_values: allowed, blocked_values: values } = standard) {
  if (allowed.some((form) => expression(form).test(value))) return value;
  return values.reduce((text, pattern) => text.replace(expression(pattern), '****'), value);
}

test.each(secretTexts)('the secret in "%s" is masked', (text) => {
  expect(masked(text)).not.toMatch(secretNeedle);
});

test.each(secretLooks)('%s is masked by its looks', (text) => {
  expect(masked(`got ${text} there`)).toMatch(/^got [ps]?\*\*\*\* there$/);
});

test.each([...harmlessTexts, '/shared/x'])('%s is left as it is', (text) => {
  expect(masked(text)).toBe(text);
});

test('e-mail addresses are masked unless the setting says otherwise', () => {
  const text = 'no mail to jürgen.o+x@bücher.example now';
  expect(masked(text)).toBe('no mail to **** now');
  expect(masked(text, valueRedaction(loadSettings({ LOG_REDACT_EMAILS: 'false' })))).toBe(text);
});

test.each([
  'url.query',
  'http.request.header.Cookie',
  'db.password',
  'apiKey',
  'X-Api-Key',
  'x-jwt-payload',
])('whatever the attribute %s holds is masked', (key) => {
  expect(secretKeys.some((pattern) => expression(pattern).test(key))).toBe(true);
});

test('no key that is left out of that holds a secret', () => {
  const secret = secretKeys.map(expression);
  expect(knownKeys.filter((key) => secret.some((pattern) => key.search(pattern) >= 0))).toEqual([]);
});
