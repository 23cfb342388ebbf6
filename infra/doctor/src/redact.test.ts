import { redaction } from './redact.ts';

const redact = redaction(['correct-horse', 'correct-horse-battery']);

test.each([
  ['cannot log in with correct-horse-battery today', 'cannot log in with [redacted] today'],
  ['mongodb://cook:hunter2@db/recipes', 'mongodb[redacted]db/recipes'],
  ['{"password":"hunter2","user":"ada"}', '{"password":[redacted],"user":"ada"}'],
  ['REDIS_PASSWORD=hunter2 is wrong', 'REDIS_PASSWORD=[redacted] is wrong'],
  ['Authorization: Bearer abcdefghijkl', 'Authorization: [redacted]'],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, safe) => {
  expect(redact(text)).toBe(safe);
});
