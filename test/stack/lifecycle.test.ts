import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '../harness/client.ts';
import { freeIngressPort } from '../harness/ports.ts';
import { stackEnvironment } from '../harness/set-up.ts';
import { make, testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { root } from '../src/root.ts';

const stack = testStack();

/** Process ids of all parts of a running stack. */
function processesOf(state: string): number[] {
  const status = JSON.parse(readFileSync(join(state, 'status.json'), 'utf8'));
  return status.parts.map(({ process }: { process: { pid: number } }) => process.pid);
}

describe('make up', () => {
  test('does not put a key where somebody else said that one is', async () => {
    const port = await freeIngressPort();
    const env = { INGRESS_PORT: String(port), STATE_DIR: stack.paths.state };
    const missing = join(stack.paths.state, 'no-such-key.pem');
    const { status, output } = make('up', { ...env, JWT_PRIVATE_KEY_FILE: missing, DETACH: '1' });
    expect(status).not.toBe(0);
    expect(output).toContain('there is no such file');
    expect(existsSync(missing)).toBe(false);
  }, 30_000);

  test('a second time says that it runs already, where, and changes nothing', () => {
    const before = stack.pid('app');
    const { status, output } = make('up', stackEnvironment());
    expect(status).toBe(0);
    expect(output).toContain('runs already');
    expect(output).toContain(`http://localhost:${stack.ingressPort}`);
    expect(stack.pid('app')).toBe(before);
  }, 30_000);

  test('names a setting that cannot be used, before anything starts', () => {
    const { status, output } = make('up', { ...stackEnvironment(), INGRESS_PORT: '99' });
    expect(status).not.toBe(0);
    expect(output).toContain('INGRESS_PORT is "99"; allowed: a whole number from 1024 to 60000.');
    expect(output).not.toContain('    at ');
  });

  test('on a terminal serves until Ctrl-C, then ends well and leaves no process behind', async () => {
    const port = await freeIngressPort();
    const state = mkdtempSync(join(tmpdir(), 'recipe-book-foreground-'));
    // `script` gives make a terminal, on which Ctrl-C is a character.
    const child = spawn('script', ['--quiet', '--return', '--command', 'make up', '/dev/null'], {
      cwd: root,
      env: { ...process.env, INGRESS_PORT: String(port), STATE_DIR: state },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      await until('it is ready', 60, () => output.includes('Recipe Book is ready'));
      expect((await call({ port, path: '/health/ready' })).status).toBe(200);
      const pids = processesOf(join(state, String(port)));
      expect(pids).toHaveLength(6);
      child.stdin.write('\x03');
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
      expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      rmSync(state, { recursive: true });
    }
  }, 120_000);

  test('ended by SIGTERM on make leaves no process behind', async () => {
    const port = await freeIngressPort();
    const state = mkdtempSync(join(tmpdir(), 'recipe-book-term-'));
    const child = spawn('make', ['up'], {
      cwd: root,
      env: { ...process.env, INGRESS_PORT: String(port), STATE_DIR: state },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      await until('it is ready', 60, () => output.includes('Recipe Book is ready'));
      const pids = processesOf(join(state, String(port)));
      child.kill('SIGTERM');
      await until('all have ended', 30, () => pids.every((pid) => !existsSync(`/proc/${pid}`)));
    } finally {
      make('down', { INGRESS_PORT: String(port), STATE_DIR: state });
      rmSync(state, { recursive: true });
    }
  }, 120_000);

  test('twice at once starts one stack', async () => {
    const port = await freeIngressPort();
    const state = mkdtempSync(join(tmpdir(), 'recipe-book-twice-'));
    const env = { INGRESS_PORT: String(port), STATE_DIR: state, DETACH: '1' };
    try {
      const runs = [1, 2].map(() => {
        const child = spawn('make', ['up'], {
          cwd: root,
          env: { ...process.env, ...env },
          stdio: 'ignore',
        });
        return once(child, 'exit');
      });
      const codes = (await Promise.all(runs)).map(([code]) => code);
      expect(codes).toContain(0);
      expect((await call({ port, path: '/health/ready' })).status).toBe(200);
      expect(make('status', env).status).toBe(0);
      const { status, output } = make('up', { ...env, INSTANCES: '2' });
      expect(status).not.toBe(0);
      expect(output).toContain('It runs already with INSTANCES=1, not 2');
    } finally {
      expect(make('down', env).output).toContain('Stopped.');
      rmSync(state, { recursive: true });
    }
  }, 120_000);

  test('names a port that is taken, and who has it', async () => {
    const port = await freeIngressPort();
    const state = mkdtempSync(join(tmpdir(), 'recipe-book-taken-'));
    const squatter = createServer().listen(port + 1, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const { status, output } = make('up', {
        INGRESS_PORT: String(port),
        STATE_DIR: state,
        DETACH: '1',
      });
      expect(status).not.toBe(0);
      expect(output).toMatch(new RegExp(`${port + 1}.*node|node.*${port + 1}`));
      expect(output).not.toContain('    at ');
    } finally {
      squatter.close();
      rmSync(state, { recursive: true });
    }
  }, 60_000);
});

test('a part that dies is named with its last lines and starts again', async () => {
  const pid = stack.pid('collector-2');
  process.kill(pid, 'SIGKILL');
  await until('it runs again', 30, () => {
    try {
      return stack.pid('collector-2') !== pid;
    } catch {
      return false;
    }
  });
  const log = readFileSync(join(stack.paths.logs, 'stack.log'), 'utf8');
  expect(log).toMatch(/collector-2 .*SIGKILL.*starts again in 1 s/);
}, 60_000);

test('what a stack writes is for its owner alone', () => {
  expect(statSync(stack.paths.state).mode & 0o077).toBe(0);
});

test('make seed with nothing running says so', async () => {
  const env = { INGRESS_PORT: String(await freeIngressPort()), STATE_DIR: stack.paths.state };
  const { status, output } = make('seed', env);
  expect(status).not.toBe(0);
  expect(output).toContain('start with "make up"');
});

test('make logs and make traces show what happened', async () => {
  const { headers } = await call({ port: stack.ingressPort, path: '/api/openapi.json' });
  const traceId = String(headers['x-trace-id']);
  const traces = await until('the trace shows', 30, () => {
    const { status, output } = make('traces', { ...stackEnvironment(), TRACE: traceId });
    return status === 0 && output;
  });
  expect(traces).toContain('GET /api/openapi.json');
  expect(make('logs', stackEnvironment()).output).toContain(String(headers['x-request-id']));
}, 60_000);
