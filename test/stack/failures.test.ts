import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, runFaults } from '../chaos/chaos.ts';
import { bounds } from '../chaos/expectations.ts';
import type { Fault } from '../chaos/fault.ts';
import { collectorHanging } from '../chaos/faults/collector-hanging.ts';
import { ratelimitHanging } from '../chaos/faults/ratelimit-hanging.ts';
import { redisHanging } from '../chaos/faults/redis-hanging.ts';
import { redisStopped } from '../chaos/faults/redis-stopped.ts';
import { anonymousLimit, chaosSettings } from '../chaos/settings.ts';
import { type ChaosStack, startChaosStack } from '../chaos/stack/chaos-stack.ts';
import { call, freshAddress, repeat, statuses } from '../harness/client.ts';
import { until, untilWindowHasRoom } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

/** A taste of `make chaos`. Long enough for Envoy to send its metrics twice. */
const telling: Fault[] = [redisHanging, redisStopped, ratelimitHanging, collectorHanging].map(
  (fault) => ({ ...fault, seconds: 6 }),
);
const path = '/api/openapi.json';

let stack: ChaosStack;
beforeAll(async () => {
  stack = await startChaosStack(chaosSettings);
}, 120_000);
afterAll(() => stack.stop(), 60_000);

describe('under constant traffic', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await runFaults(stack, telling, () => {});
  }, 180_000);

  function rowOf(fault: Fault) {
    const row = outcome.rows.find(({ seen }) => seen.fault.name === fault.name);
    if (!row) throw new Error(`${fault.name} was not tried.`);
    return row;
  }

  test('no alert fires before anything goes wrong', () => {
    expect(outcome.alertedBefore).toBe(false);
  });

  test.each(telling)('$name: no request fails, and few wait for the limiter', (fault) => {
    const { figures, seen } = rowOf(fault);
    expect(figures.failed).toBe(0);
    expect(figures.sent).toBeGreaterThan(10 * bounds.timeouts);
    expect(seen.timeouts).toBeLessThan(bounds.timeouts);
  });

  test.each(telling)('$name: it is known how many pass uncounted, and the alert fires', (fault) => {
    const { figures, alerted } = rowOf(fault);
    const away = fault.uncounted === 'all';
    expect({ away: figures.uncounted > 0.9, alerted }).toEqual({ away, alerted: away });
  });
});

/** A fresh client whose count goes down. */
async function counts(): Promise<boolean> {
  const from = freshAddress();
  const left = await repeat(2, 1, async () => {
    const { headers } = await call({ port: stack.port, path, from });
    return Number(headers['x-ratelimit-remaining']);
  });
  return left[0] === anonymousLimit.requests - 1 && left[1] === anonymousLimit.requests - 2;
}

describe('while Redis hangs', () => {
  beforeAll(async () => {
    await until('limits count', 20, counts);
    stack.parts.signal('redis', 'SIGSTOP');
    await until('requests pass uncounted', 20, async () => {
      const { headers } = await call({ port: stack.port, path, from: freshAddress() });
      return headers['x-ratelimit-limit'] === undefined;
    });
  }, 60_000);
  afterAll(async () => {
    stack.parts.signal('redis', 'SIGCONT');
    await until('limits count again', 20, counts);
  }, 60_000);

  test('the app is ready still, and says what is amiss', async () => {
    const { status, json } = await call({ port: stack.port, path: '/health/ready' });
    expect({ status, state: json.status }).toEqual({ status: 200, state: 'degraded' });
  });

  test('a client far above its limit is held to about twice of it', async () => {
    const from = freshAddress();
    const answers = await repeat(4 * anonymousLimit.requests, 8, () =>
      call({ port: stack.port, path, from }),
    );
    const { 200: passed = 0, 429: refused = 0 } = statuses(answers);
    expect(passed + refused).toBe(answers.length);
    expect(passed).toBeGreaterThanOrEqual(2 * anonymousLimit.requests);
    expect(refused).toBeGreaterThan(0);
    const refusal = answers.find(({ status }) => status === 429);
    expect(refusal?.headers['content-type']).toBe('application/problem+json');
    expect(Number(refusal?.headers['retry-after'])).toBeGreaterThan(0);
  }, 60_000);

  test('what shall not pass uncounted does not', async () => {
    const login = { path: '/api/auth/login', method: 'POST', body: {}, from: freshAddress() };
    const { status, headers } = await call({ port: stack.port, ...login });
    expect(status).toBe(503);
    expect(headers['content-type']).toBe('application/problem+json');
  });

  test('Envoy says so in its log', () => {
    const log = readFileSync(join(stack.paths.logs, 'envoy.log'), 'utf8');
    expect(log).toContain('requests pass uncounted');
  });
});

test('what was counted before Redis was killed still counts', async () => {
  await untilWindowHasRoom(900, 60);
  const { id, token } = await registerUser(stack.port);
  const remaining = async () => {
    const { headers } = await call({ port: stack.port, path, token });
    return headers['x-ratelimit-remaining'];
  };
  const [first] = await repeat(10, 1, remaining);
  // Redis writes to its disk once a second.
  const folder = join(stack.paths.data, 'redis/appendonlydir');
  await until('it is on the disk', 5, () =>
    readdirSync(folder).some((file) => readFileSync(join(folder, file), 'utf8').includes(id)),
  );
  stack.parts.signal('redis', 'SIGKILL');
  const left = await until('limits count again', 20, remaining);
  expect(Number(left)).toBeLessThanOrEqual(Number(first) - 10);
}, 90_000);
