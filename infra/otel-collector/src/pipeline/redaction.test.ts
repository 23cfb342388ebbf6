import { redaction } from './redaction.ts';

/** The Collector's expressions (RE2), as far as they are the same here. */
function expression(text: string): RegExp {
  return new RegExp(text.replace('(?i)', ''), text.startsWith('(?i)') ? 'gi' : 'g');
}

const { blocked_values: values, blocked_key_patterns: keys } = redaction();
const masked = (value: string) =>
  values.reduce((text, pattern) => text.replace(expression(pattern), '****'), value);
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
])('the secret in "%s" is masked', (value) => {
  expect(masked(value)).not.toContain('A1b2');
});

test.each(['/api/recipes/0123456789abcdef01234567', '/assets/index-Cx1aB2c3.js', '/shared/x'])(
  '%s is left as it is',
  (value) => {
    expect(masked(value)).toBe(value);
  },
);

test('a query alone is masked whatever it is', () => {
  expect(keys.some((pattern) => expression(pattern).test('url.query'))).toBe(true);
});
