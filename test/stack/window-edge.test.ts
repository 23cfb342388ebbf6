import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, call, repeat, statuses } from '../harness/client.ts';
import { countedBy, tally } from '../harness/counted.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { until, untilWindowHasRoom } from '../harness/until.ts';

const window = 5;
const limit = 20;
let stack: OwnStack;

beforeAll(async () => {
  stack = await ownStack({
    RATE_LIMIT_WINDOW: `${window}s`,
    RATE_LIMIT_MAX_REQUESTS: String(limit),
    RATE_LIMIT_GLOBAL_MAX_REQUESTS: '60',
    RATE_LIMIT_REGISTER_MAX_REQUESTS: '3',
    TRUSTED_PROXY_HOPS: '1',
  });
}, 60_000);
afterAll(() => stack.stop());

/** As a trusted proxy would send it. */
function from(client: string, more: Partial<Parameters<typeof call>[0]> = {}): Promise<Answer> {
  const headers = { 'x-forwarded-for': client };
  return call({ port: stack.port, path: '/api/openapi.json', headers, ...more });
}

const secondNow = () => Math.floor(Date.now() / 1000);

test('under steady load every whole window admits exactly its limit', async () => {
  const answers: Answer[] = [];
  const end = Date.now() + 3.2 * window * 1000;
  const worker = async () => {
    while (Date.now() < end) {
      answers.push(await from('203.0.113.1'));
      await wait(150);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  const reset = ({ headers }: Answer) => Number(headers['x-ratelimit-reset']);
  const windows = [...Map.groupBy(answers, reset).entries()].sort(([a], [b]) => a - b);
  const whole = windows.slice(1, -1);
  expect(whole.length).toBeGreaterThanOrEqual(2);
  for (const [ends, inWindow] of whole) {
    expect(ends % window).toBe(0);
    expect(statuses(inWindow)).toMatchObject({ 200: limit });
    expect(inWindow.length).toBeGreaterThan(limit);
  }
}, 60_000);

test('the address is the one before the trusted proxy, whatever the client wrote before it', async () => {
  await untilWindowHasRoom(window, 3);
  const spoofed = await repeat(limit + 5, 5, (index) => from(`198.51.100.${index}, 203.0.113.2`));
  expect(statuses(spoofed)).toEqual({ 200: limit, 429: 5 });
  expect((await from('203.0.113.3')).headers['x-ratelimit-remaining']).toBe(String(limit - 1));
}, 30_000);

test('the global limit holds for all clients together', async () => {
  // One that a busy machine spreads over two windows, or is too late to count (docs/decisions/0003-fail-open.md), tells nothing.
  const answers = await until('a burst is counted, all of it in one window', 25, async () => {
    // A second of its own: what was sent before counts too.
    await untilWindowHasRoom(1, 1);
    const second = secondNow();
    const burst = await repeat(90, 30, (index) => from(`192.0.2.${index}`));
    return secondNow() === second && tally(burst.map(countedBy)).uncounted === 0 && burst;
  });
  expect(statuses(answers)).toEqual({ 200: 60, 429: 30 });
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers['ratelimit-policy']).toBe('"global";q=60;w=1');
}, 30_000);

test('registering has a limit of its own', async () => {
  await untilWindowHasRoom(60, 10);
  await untilWindowHasRoom(1, 1);
  const answers = await repeat(5, 1, () =>
    from('203.0.113.4', { path: '/api/auth/register', method: 'POST', body: {} }),
  );
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 429, 429]);
  expect(answers[4]?.headers['ratelimit-policy']).toBe('"register";q=3;w=60');
}, 60_000);
