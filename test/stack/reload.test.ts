import { call, freshAddress } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { make } from '../harness/stack.ts';
import { untilWindowHasRoom } from '../harness/until.ts';

let stack: OwnStack;
beforeAll(async () => {
  stack = await ownStack({ RATE_LIMIT_MAX_REQUESTS: '5', RATE_LIMIT_WINDOW: '1h' });
}, 180_000);
afterAll(() => stack.stop());

const settings = (more: Record<string, string>) => ({
  ...stack.env,
  ...more,
});

test('make reload gives the running stack other limits, and keeps what was counted', async () => {
  await untilWindowHasRoom(3600, 30);
  const from = freshAddress();
  const ask = async () => {
    const { headers } = await call({ port: stack.port, path: '/api/openapi.json', from });
    return `${headers['x-ratelimit-limit']} ${headers['x-ratelimit-remaining']}`;
  };
  expect(await ask()).toBe('5 4');
  const { status, output } = make(
    'reload',
    settings({ RATE_LIMIT_MAX_REQUESTS: '9', RATE_LIMIT_WINDOW: '1h' }),
  );
  expect({ status, output }).toEqual({
    status: 0,
    output: expect.stringContaining('1 Envoy has taken the limits of now'),
  });
  expect(output).not.toContain('Settings besides');
  expect(await ask()).toBe('9 7');
}, 60_000);

test('make reload says when more has changed than it can change', () => {
  const { output } = make('reload', settings({ TRUSTED_PROXY_HOPS: '1' }));
  expect(output).toContain('Settings besides the limits differ');
}, 60_000);

test('make reload with a limit that cannot be carried out says so and changes nothing', async () => {
  const before = await call({ port: stack.port, path: '/api/openapi.json', from: freshAddress() });
  const { status, output } = make('reload', settings({ RATE_LIMIT_OVERRIDES: 'user=5/7min' }));
  expect(status).not.toBe(0);
  expect(output).toContain('Policy "user": A window of 420 s cannot be counted');
  const after = await call({ port: stack.port, path: '/api/openapi.json', from: freshAddress() });
  expect(after.headers['x-ratelimit-limit']).toBe(before.headers['x-ratelimit-limit']);
});
