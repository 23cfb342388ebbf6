import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, call, freshAddress, repeat, statuses } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until, untilWindowHasRoom } from '../harness/until.ts';

const stack = testStack();
const path = '/api/openapi.json';

/** What Envoy has logged so far. */
function envoyLog(): string {
  return readFileSync(join(stack.paths.logs, 'envoy.log'), 'utf8');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function latency(from: string): Promise<number> {
  const answers = await repeat(15, 1, () => call({ port: stack.ingressPort, path, from }));
  expect(statuses(answers)).toEqual({ 200: 15 });
  return median(answers.map(({ ms }) => ms));
}

/** A window in which limits count again, seen by a fresh client whose count goes down. */
async function countsAgain(): Promise<boolean> {
  const from = freshAddress();
  const [first, second] = await repeat(2, 1, () => call({ port: stack.ingressPort, path, from }));
  return (
    first?.headers['x-ratelimit-remaining'] === '99' &&
    second?.headers['x-ratelimit-remaining'] === '98'
  );
}

describe('with Redis', () => {
  test('hanging, answers stay 200 with at most 60 ms more, and limits come back by themselves', async () => {
    await untilWindowHasRoom(900, 60);
    const before = await latency(freshAddress());
    const logged = envoyLog().length;
    const redis = stack.pid('redis');
    process.kill(redis, 'SIGSTOP');
    let during: number;
    let probe: Answer;
    try {
      during = await latency(freshAddress());
      probe = await call({ port: stack.ingressPort, path: '/health/ready' });
      const from = freshAddress();
      expect(
        statuses(await repeat(130, 8, () => call({ port: stack.ingressPort, path, from }))),
      ).toEqual({ 200: 130 });
    } finally {
      process.kill(redis, 'SIGCONT');
    }
    expect(during - before).toBeLessThan(60);
    expect(probe).toMatchObject({ status: 200, json: { status: 'degraded' } });
    await until('limits count again', 20, countsAgain);
    expect(envoyLog().slice(logged)).toContain('requests pass uncounted');
  }, 120_000);

  test('killed, answers stay 200, the failure is logged, and limits come back by themselves', async () => {
    await untilWindowHasRoom(900, 60);
    const from = freshAddress();
    expect(
      statuses(await repeat(40, 4, () => call({ port: stack.ingressPort, path, from }))),
    ).toEqual({ 200: 40 });
    const before = await latency(freshAddress());
    // Envoy says it once in ten seconds.
    await wait(10_000);
    const logged = envoyLog().length;
    const redis = stack.pid('redis');
    process.kill(redis, 'SIGTERM');
    await until('Redis has ended', 10, () => !existsSync(`/proc/${redis}`));
    // Within the second before it is started again.
    expect((await latency(freshAddress())) - before).toBeLessThan(60);
    expect(envoyLog().slice(logged)).toContain('requests pass uncounted');
    await until('limits count again', 30, countsAgain);
    // What was counted before the stop still counts.
    const { headers } = await call({ port: stack.ingressPort, path, from });
    expect(Number(headers['x-ratelimit-remaining'])).toBeLessThan(60);
  }, 120_000);
});
