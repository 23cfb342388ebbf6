import { loadSettings } from '@recipe-book/settings';
import { secretLooks, secretTexts } from '@recipe-book/test/secret-texts';
import fc from 'fast-check';
import { harmless } from './harmless.ts';
import { valueRedaction } from './redaction.ts';

/** The Collector's expressions (RE2), as far as they are the same here. */
const expression = (text: string) =>
  new RegExp(text.replace('(?i)', ''), text.startsWith('(?i)') ? 'iu' : 'u');
const secrets = valueRedaction(loadSettings({})).blocked_values.map(expression);
const isSecret = (text: string) => secrets.some((secret) => secret.test(text));
const isHarmless = (text: string) => harmless.some((form) => expression(form).test(text));

/** Of two letters and digits alone, the numbers of cards are not as rare. */
const narrowed = harmless.map((form) =>
  form.replaceAll('0-9a-f', '0-9').replaceAll('A-Za-z', 'eyJ'),
);

test.each([...harmless, ...narrowed])('nothing is looked for in any text like %s', (form) => {
  const texts = fc.stringMatching(new RegExp(form.replace('$$', '$'), 'u'), { maxLength: 100 });
  fc.assert(
    fc.property(texts, (text) => !isSecret(text)),
    { numRuns: 2000 },
  );
});

/** What secrets are made of, and what stands around them. */
const pieces = [
  ...[
    'eyJ',
    'sk-',
    'xoxb-',
    'xoxb',
    'k_live_',
    'ghp_',
    'npm_',
    'hf_',
    'AKIA',
    'SG.',
    '/shared/',
    '/',
  ],
  ...[
    'pwd',
    'token',
    'Cookie',
    'API-KEY',
    'bearer',
    'BEARER',
    'Basic',
    '://',
    'http',
    'GET',
    'find',
  ],
  ...[
    ':',
    '=',
    '@',
    '?',
    '%',
    '%3A',
    '%20',
    '"',
    ' ',
    '.',
    '-',
    '_',
    'a',
    '4111',
    '1111',
    '111111',
  ],
  ...['abcdefgh', 'abcdefghijklmnopqrst', 'A'.repeat(16), '0123456789abcdef01234567', 'x.example'],
];

test('nothing that is let through by its form has a secret in it', () => {
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 6 });
  fc.assert(
    fc.property(texts, (parts) => !(isHarmless(parts.join('')) && isSecret(parts.join('')))),
    { numRuns: 30_000 },
  );
});

const lookedThrough = [
  ...[...secretTexts, ...secretLooks, '4111222233334444', '41112222-3333-4444-8555-666677778888'],
  ...['eyJabcdefgh', 'BEARER /abcdefgh', 'xoxb-abcdefghij', '/xoxb-abcdefghij', '/token:x'],
  ...['/api/images/0123456789abcdef01234567', 'http://token:8080/x', 'a token\n'],
];
const letThrough = [
  ...['', 'GET', 'GET /api/recipes/:id', 'GET /api/recipes 200', '127.0.0.1:8080', '12.345678'],
  ...['0f8fad5b-d9cb-469f-a165-70867728950e', '4111222a-3333-4444-8555-666677778888'],
  ...['/api/recipes/0123456789abcdef01234567', 'http://127.0.0.1:8080/api/recipes'],
  ...['https://recipes.example.org/api/meal-plans', 'find recipes'],
  '{"filter":{"_id":"?"},"limit":1}',
];

test.each(lookedThrough)('"%s" is looked through', (text) => {
  expect(isHarmless(text)).toBe(false);
});

test.each(letThrough)('"%s" is let through', (text) => {
  expect(isHarmless(text)).toBe(true);
});
