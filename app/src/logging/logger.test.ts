import { loadSettings } from '@recipe-book/settings';
import fc from 'fast-check';
import { runInRequest } from '../http/context.ts';
import { collectLines } from '../testing/log-lines.ts';
import { createLogger } from './logger.ts';
import { secretFields } from './redaction.ts';

function setUp(level: string) {
  const { lines, stream } = collectLines();
  return { lines, logger: createLogger(loadSettings({ LOG_LEVEL: level }), stream) };
}

const request = {
  requestId: 'r-1',
  userId: 'u-1',
  ip: '192.0.2.1',
  method: 'POST',
  path: '/api/auth/login',
};

describe('a line', () => {
  test('has a time, a level in words, the message, and what is known of the request', () => {
    const { lines, logger } = setUp('http');
    runInRequest(request, () => logger.http({ duration: 45, statusCode: 200 }, 'answered'));
    expect(lines).toEqual([
      {
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        level: 'http',
        message: 'answered',
        ...request,
        duration: 45,
        statusCode: 200,
      },
    ]);
  });

  test('has no request outside of one', () => {
    const { lines, logger } = setUp('info');
    logger.info('started');
    expect(lines).toEqual([{ timestamp: expect.any(String), level: 'info', message: 'started' }]);
  });

  test('of an error has its stack but none of its other fields', () => {
    const { lines, logger } = setUp('error');
    logger.error({ error: Object.assign(new Error('broken'), { body: 's3cret' }) }, 'failed');
    expect(lines[0]?.['error']).toEqual({
      type: 'Error',
      message: 'broken',
      stack: expect.stringContaining('logger.test.ts'),
    });
  });
});

test.each([
  ['error', ['error']],
  ['warn', ['error', 'warn']],
  ['info', ['error', 'warn', 'info']],
  ['http', ['error', 'warn', 'info', 'http']],
  ['debug', ['error', 'warn', 'info', 'http', 'debug']],
])('LOG_LEVEL=%s lets through %j', (level, expected) => {
  const { lines, logger } = setUp(level);
  for (const name of ['error', 'warn', 'info', 'http', 'debug'] as const) logger[name]('x');
  expect(lines.map((line) => line['level'])).toEqual(expected);
});

describe('secrets', () => {
  test.each(secretFields)('the field %s is not written, at the top or below', (name) => {
    const { lines, logger } = setUp('info');
    logger.info({ [name]: 's3cret', user: { [name]: 's3cret', headers: { [name]: 's3cret' } } });
    expect(JSON.stringify(lines)).not.toContain('s3cret');
    expect(lines[0]?.[name]).toBe('[redacted]');
  });

  test.each([
    ['a token in a text', 'got eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl!'],
    ['a password in an address', 'mongodb://app:s3cret@db.example.com:27017/x'],
    ['an authorization value', 'sent Authorization: Basic czNjcmV0OnMzY3JldA=='],
  ])('%s is not written', (_what, text) => {
    const { lines, logger } = setUp('info');
    logger.info({ detail: { text } }, text);
    expect(JSON.stringify(lines)).not.toMatch(/s3cret|czNjcmV0|eyJ/);
  });

  test('whatever is logged, each line stays one JSON object', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (message, detail) => {
        const { lines, logger } = setUp('info');
        logger.info({ detail }, message);
        expect(lines).toHaveLength(1);
      }),
    );
  });
});
