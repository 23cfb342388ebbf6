/** What must be found out by the app and by the Collector alike, though each has expressions of its own. */

const secret = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0_-z';

/** In none of the texts below when they are safe. */
export const secretNeedle = /A1b2|%?41%?31%?62%?32|1111.{0,9}1111/;

/** Each has a secret in it. */
export const secretTexts: readonly string[] = [
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
  // Encoded where nobody need encode, and more than once.
  '/x/%70assword=A1b2C3d4',
  '/x/pass%77ord%3DA1b2C3d4',
  '/x/?%74oken=A1b2C3d4',
  '/x/password%253DA1b2C3d4',
  '/x/%2570assword%253DA1b2C3d4',
  '/x/password=%41%31%62%32%43%33',
  '/x/Bearer%2520A1b2C3d4E5',
  '/x/A1b2%2540mail.example',
  '/x/A1b2%40mail.example',
  '/x/A1b2@mail.ex%61mple',
  'paid by 4111.1111.1111.1111 today',
  'paid by 4111  1111  1111  1111',
  'paid by 4111\u00a01111\u00a01111\u00a01111',
  'paid by 4111\u20091111\u202f1111\u30001111',
  'paid by 4111\ufffd1111\ufffd1111\ufffd1111',
  'paid by 4111\u20131111\u20101111\u22121111',
  'paid by 4111 - 1111 - 1111 - 1111'.replaceAll(' - ', ' -'),
  '/x/4111%C2%A01111%C2%A01111%C2%A01111',
  '/x/4111%E2%80%891111%E2%80%891111%e2%80%891111',
  '/x/4111%2E1111%2e1111%2E1111',
  '/x/4111%25201111%25201111%25201111',
];

/** Secrets that nothing but their looks give away, as a whole. */
export const secretLooks: readonly string[] = [
  'ghp_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'sk-ant-api03-A1b2C3d4E5f6G7h8I9j0',
  'AKIAIOSFODNN7EXAMPLE',
  'xoxb-123456789012-abcdefghijkl',
  '4111 1111 1111 1111',
  '5555555555554444',
  '3782-822463-10005',
  '3782.822463.10005',
  '4111%201111%201111%201111',
  '30569309025904',
];

/** Nothing of these may be taken away. */
export const harmlessTexts: readonly string[] = [
  '/api/recipes/0123456789abcdef01234567',
  '/assets/index-Cx1aB2c3.js',
  'POST /api/auth/reset-password',
  'at verify (file:///srv/app/src/auth/tokens.ts:12:5)',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'recipe-book-development-app-7d4b9c6f5-x2x7k',
  '2026-11-26T03:45:53.123Z',
  '2026-11-26 03:45:53.123',
  '192.168.100.200 10.112.113.114',
  'took 1234.5678 of 2345.6789 ms',
  '/api/recipes/apple%20pie%3A%20the%20best',
  '/api/recipes/%C3%84pfel%20%26%20Birnen',
  'full to 50%',
];
