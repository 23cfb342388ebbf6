import { loadSettings } from '@recipe-book/settings';
import fc from 'fast-check';
import { runInRequest } from '../http/context.ts';
import { collectLines } from '../testing/log-lines.ts';
import { createLogger } from './logger.ts';

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

describe('what is logged with a secret', () => {
  const token = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl';

  test.each<[string, (logger: ReturnType<typeof createLogger>) => void]>([
    ['in the message', (logger) => logger.info(`got ${token}!`)],
    ['as an argument of the message', (logger) => logger.info('got %s and %j', token, { token })],
    ['in a field', (logger) => logger.info({ deep: { er: [{ detail: token }] } }, 'got')],
    ['in a field of a secret name', (logger) => logger.info({ a: { password: 'eyJ' } }, 'got')],
    ['in an error', (logger) => logger.error({ error: new Error(token) }, 'got')],
    ['in an error alone', (logger) => logger.error(new Error(token))],
    ['in a cause', (logger) => logger.error({ error: new Error('a', { cause: Error(token) }) })],
    ['in a list of errors', (logger) => logger.error({ errors: [new Error(token)] }, 'got')],
  ])('%s is written without it', (_where, log) => {
    const { lines, logger } = setUp('info');
    log(logger);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('eyJ');
  });

  test('in the request is written without it', () => {
    const { lines, logger } = setUp('http');
    const odd = { ...request, requestId: token, path: `/x/${token}`, method: `X${token}` };
    runInRequest(odd, () => logger.http('answered'));
    expect(JSON.stringify(lines)).not.toContain('eyJ');
  });
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

test.each(['error', 'warn', 'info', 'http', 'debug'] as const)(
  'a line of level %s within a request has every field of the contract',
  (level) => {
    const { lines, logger } = setUp('debug');
    runInRequest(request, () => logger[level]({ duration: 1.5, statusCode: 500 }, 'x'));
    expect(lines).toEqual([
      {
        timestamp: expect.stringMatching(/Z$/),
        level,
        message: 'x',
        ...request,
        duration: 1.5,
        statusCode: 500,
      },
    ]);
  },
);
