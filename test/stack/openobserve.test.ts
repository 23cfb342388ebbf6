import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { make } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { freePort, Program } from '../src/program.ts';
import { root } from '../src/root.ts';

const standIn = join(root, 'infra/openobserve/src/testing/program.ts');
const username = 'admin@example.com';
const streams = {
  logs: 'recipe-book-logs',
  traces: 'recipe-book-traces',
  metrics: 'recipe-book-metrics',
};
const alertsTo = {
  OPENOBSERVE_ALERTS_TO: 'webhook',
  OPENOBSERVE_WEBHOOK_URL: 'https://hooks.example/x',
};

/** What OpenObserve has been sent, and how often it was changed. */
async function received(url: string, password: string) {
  const login = Buffer.from(`${username}:${password}`).toString('base64');
  const answer = await call({
    port: Number(new URL(url).port),
    path: '/api/default/received',
    headers: { authorization: `Basic ${login}` },
  });
  return answer.json as { received: Record<string, string>; writes: number };
}

async function isFed(url: string, password: string): Promise<void> {
  await until('all three signals have come', 60, async () => {
    const { received: signals } = await received(url, password);
    return Object.keys(signals).length === 3;
  });
  expect((await received(url, password)).received).toEqual(streams);
}

describe('an openobserve on the PATH', () => {
  let folder: string;
  let stack: OwnStack;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recipe-book-path-'));
    const program = join(folder, 'openobserve');
    writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${standIn}\n`);
    chmodSync(program, 0o755);
    stack = await ownStack({ ...alertsTo, PATH: `${folder}:${process.env['PATH']}` });
  }, 120_000);
  afterAll(() => {
    stack?.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  test('is started, fed and set up by make up', async () => {
    const file = join(stack.state, 'keys/openobserve-password');
    const password = readFileSync(file, 'utf8').trim();
    const [, url = ''] =
      /OpenObserve +(\S+), sign in as admin@example.com/.exec(stack.output) ?? [];
    expect(stack.output).toContain(file);
    expect(stack.output).not.toContain(password);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(stack.output).toMatch(/OpenObserve is set up: \d+ created\.\n/);
    await isFed(url, password);
    // Nothing is left for `make observe` to do.
    const login = { OPENOBSERVE_URL: url, OPENOBSERVE_PASSWORD: password };
    const { writes } = await received(url, password);
    expect(make('observe', { ...alertsTo, ...login }).output).toMatch(/^\d+ same\.$/m);
    expect((await received(url, password)).writes).toBe(writes);
  }, 120_000);
});

test('the OpenObserve of OPENOBSERVE_URL is fed and set up by make up, and the second time nothing changes', async () => {
  const password = 'Stand-in-1';
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await Program.start(process.execPath, [standIn], /^http/, {
    ZO_HTTP_PORT: String(port),
    ZO_ROOT_USER_EMAIL: username,
    ZO_ROOT_USER_PASSWORD: password,
  });
  const env = { ...alertsTo, OPENOBSERVE_URL: url, OPENOBSERVE_PASSWORD: password };
  try {
    const first = await ownStack(env);
    try {
      expect(first.output).toMatch(/Telemetry +http:\/\/127/);
      expect(first.output).toMatch(/OpenObserve is set up: \d+ created\.\n/);
      await isFed(url, password);
    } finally {
      first.stop();
    }
    const { writes } = await received(url, password);
    const second = await ownStack(env);
    second.stop();
    expect(second.output).toMatch(/OpenObserve is set up: \d+ same\.\n/);
    expect((await received(url, password)).writes).toBe(writes);
  } finally {
    await server.stop();
  }
}, 240_000);
