import { redactor } from './redactor.ts';

const redact = redactor({ LOG_REDACT_EMAILS: true });

test.each([
  ...['password', 'newPassword', 'passwordHash', 'DB_PASSWORD', 'refresh_token', 'accessToken'],
  ...['authorization', 'Set-Cookie', 'x-jwt-payload', 'apiKey', 'X-Api-Key', 'client.secret'],
  ...['privateKey', 'cardNumber', 'url.query'],
])('the field %s is not written, however deep it is', (name) => {
  const deep = { a: [{ b: { c: { d: { [name]: 's3cret', e: 1 } } } }] };
  expect(redact.fields({ [name]: { x: 's3cret' }, deep })).toEqual({
    [name]: '[redacted]',
    deep: { a: [{ b: { c: { d: { [name]: '[redacted]', e: 1 } } } }] },
  });
});

test('what is no secret under the name of one is written', () => {
  const index = { resetPasswordToken: 1, secret: false, token: null };
  expect(redact.fields({ index, cvv: 123 })).toEqual({ index, cvv: '[redacted]' });
});

test('secrets in texts, in names and in numbers are not written', () => {
  const token = 'eyJhbGciOiJFZERTQSJ9.e.s';
  expect(redact.fields({ list: [token], [token]: 1, card: 4111111111111111, at: 12 })).toEqual({
    list: ['[redacted]'],
    '[redacted]': 1,
    card: '[redacted]',
    at: 12,
  });
});

test('an error anywhere has its message, stack and causes, without secrets and other fields', () => {
  const cause = new Error('no login at redis://:s3cret@cache');
  const error = Object.assign(new TypeError('broken', { cause }), { body: 's3cret' });
  const { found } = redact.fields({ found: [error] });
  expect(found).toEqual([
    {
      type: 'TypeError',
      message: 'broken: no login at redis://[redacted]@cache',
      stack: expect.stringContaining('redactor.test.ts'),
    },
  ]);
  expect(JSON.stringify(found)).not.toContain('s3cret');
});

test('what has a form of its own in JSON has it here', () => {
  const url = new URL('https://a:s3cret@example.org/x?y=s3cret');
  expect(redact.fields({ at: new Date(0), url, none: null, bytes: Buffer.from('s3cret') })).toEqual(
    {
      at: '1970-01-01T00:00:00.000Z',
      url: 'https://[redacted]@example.org/x?[redacted]',
      none: null,
      bytes: '[left out]',
    },
  );
});

test('what cannot be read is left out, and the rest is there', () => {
  const fail = () => {
    throw new Error('s3cret');
  };
  const getter = Object.defineProperty({ a: 1 }, 'b', { get: fail, enumerable: true });
  const proxy = new Proxy({}, { ownKeys: fail });
  const item = { toJSON: fail };
  expect(redact.fields({ getter, proxy, date: new Date(Number.NaN), list: [item, 2] })).toEqual({
    getter: { a: 1, b: '[left out]' },
    proxy: '[left out]',
    date: null,
    list: ['[left out]', 2],
  });
  expect(redact.fields(getter)).toEqual({ a: 1, b: '[left out]' });
});

test('what goes round in circles, or is very large, ends somewhere', () => {
  const circle: Record<string, unknown> = { name: 'x' };
  circle['again'] = circle;
  circle['list'] = Array.from({ length: 10_000 }, () => circle);
  expect(JSON.stringify(redact.fields(circle)).length).toBeLessThan(1_000_000);
});

test('the given object stays as it was', () => {
  const given = { password: 's3cret', nested: { token: 's3cret' } };
  redact.fields(given);
  expect(given).toEqual({ password: 's3cret', nested: { token: 's3cret' } });
});
