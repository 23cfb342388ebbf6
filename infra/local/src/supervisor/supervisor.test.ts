import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './process-identity.ts';
import type { ProcessIdentity } from './status.ts';
import { readStatus } from './status-file.ts';
import type { Supervisor } from './supervisor.ts';
import { Bench, freePort, script, server, until } from './testing.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.clean());

function processOf(supervisor: Supervisor, name: string): ProcessIdentity {
  const found = supervisor.status().find((part) => part.name === name)?.process;
  if (!found) throw new Error(`${name} has no process.`);
  return found;
}

const ignoringTerm = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);";

describe('start', () => {
  it('starts a part only when those that it needs are ready', async () => {
    const [first, second] = [await freePort(), await freePort()];
    // The second exits with 1 unless the first answers at once.
    const check = `require('node:http').get('http://127.0.0.1:${first}/').on('error', () => process.exit(1));`;
    const supervisor = bench.supervisor([
      server('second', second, { after: ['first'] }, check),
      server('first', first, {}, 'const end = Date.now() + 200; while (Date.now() < end);'),
    ]);
    const ready: string[] = [];
    supervisor.on('ready', ({ name }) => ready.push(name));
    await supervisor.start();
    expect(ready).toEqual(['first', 'second']);
    expect(supervisor.status().map(({ state }) => state)).toEqual(['ready', 'ready']);
  });

  it('lets a part stand back with all its threads, and a privileged user lets one go first', async () => {
    const threads =
      "new (require('node:worker_threads').Worker)('setInterval(() => {}, 1000)', { eval: true });";
    const parts = [
      server('back', await freePort(), { niceness: 7 }, threads),
      server('first', await freePort(), { niceness: -3 }, threads),
    ];
    const supervisor = bench.supervisor(parts);
    await supervisor.start();
    const nicenesses = (name: string) => {
      const tasks = readdirSync(`/proc/${processOf(supervisor, name).pid}/task`);
      return [...new Set(tasks.map((thread) => getPriority(Number(thread))))];
    };
    expect(nicenesses('back')).toEqual([7]);
    expect(nicenesses('first')).toEqual([process.getuid?.() === 0 ? -3 : 0]);
  });

  it('names a part that ends too early, with its last lines, and stops the others', async () => {
    const supervisor = bench.supervisor([
      script('idle', 'setInterval(() => {}, 1000)'),
      script('broken', "console.error('no such file'); process.exitCode = 3;", {
        after: ['idle'],
        ready: async () => false,
      }),
    ]);
    const started = supervisor.start();
    const idle = new Promise<ProcessIdentity>((resolve) => {
      supervisor.on('ready', () => resolve(processOf(supervisor, 'idle')));
    });
    await expect(started).rejects.toThrow(
      /^broken ended with exit code 3 before it was ready\..*broken\.log\):\n {2}no such file$/,
    );
    expect(isAlive(await idle)).toBe(false);
  });

  it('names a part that is not ready in its time', async () => {
    const slow = script('slow', 'setInterval(() => {}, 1000)', {
      ready: { tcp: { port: await freePort() } },
      readyTimeoutMs: 100,
    });
    await expect(bench.supervisor([slow]).start()).rejects.toThrow(
      'slow was not ready within 0.1 s. It said nothing.',
    );
  });

  it('names a program that does not exist', async () => {
    const part = { ...script('ghost', ''), command: '/no/such/program', ready: async () => false };
    await expect(bench.supervisor([part]).start()).rejects.toThrow(/^ghost .*\/no\/such\/program/s);
  });

  it('ends quickly when it is stopped meanwhile', async () => {
    const supervisor = bench.supervisor([
      script('never', 'setInterval(() => {}, 1000)', { ready: async () => false }),
    ]);
    const started = supervisor.start();
    const refused = expect(started).rejects.toThrow('never was stopped before it was ready');
    await until(() => supervisor.status()[0]?.state === 'starting');
    await supervisor.stop();
    await refused;
  });

  it('starts nothing when a port is taken', async () => {
    const port = await freePort();
    const owner = bench.supervisor([server('owner', port)]);
    await owner.start();
    const folder = bench.folder();
    const second = bench.supervisor(
      [script('other', ''), server('web', port, { ports: [{ port, what: 'pages' }] })],
      { folder },
    );
    await expect(second.start()).rejects.toThrow(
      `Port ${port}, which web needs (pages), is in use`,
    );
    expect(existsSync(join(folder, 'other.log'))).toBe(false);
  });
});

describe('a part that dies', () => {
  it('is reported with its last lines and started again, ever more slowly', async () => {
    const code = "console.log('up'); setInterval(() => {}, 1000);";
    const folder = bench.folder();
    const timesUp = (): number =>
      readFileSync(join(folder, 'app.log'), 'utf8').split('up').length - 1;
    const supervisor = bench.supervisor([script('app', code)], { folder });
    await supervisor.start();
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await until(() => timesUp() > round);
      const died = once(supervisor, 'died');
      const ready = once(supervisor, 'ready');
      supervisor.signal('app', 'SIGKILL');
      const [event] = await died;
      expect(event).toMatchObject({ name: 'app', how: 'was ended by SIGKILL', lastLines: ['up'] });
      waits.push(event.restartInMs);
      await ready;
    }
    expect(waits).toEqual([20, 40, 80, 80]);
    expect(supervisor.status()[0]).toMatchObject({ state: 'ready', restarts: 4 });
  });

  it('is started again without delay added when it ran well before', async () => {
    const supervisor = bench.supervisor([script('app', 'setInterval(() => {}, 1000)')], {
      timings: { healthyMs: 0 },
    });
    await supervisor.start();
    for (let round = 0; round < 3; round += 1) {
      const [died, ready] = [once(supervisor, 'died'), once(supervisor, 'ready')];
      supervisor.signal('app', 'SIGKILL');
      const [event] = await died;
      expect(event.restartInMs).toBe(20);
      await ready;
    }
  });

  it('can be stopped, started and restarted by hand', async () => {
    const port = await freePort();
    const supervisor = bench.supervisor([server('app', port)]);
    await supervisor.start();
    const first = processOf(supervisor, 'app');
    await supervisor.restart('app');
    expect(processOf(supervisor, 'app')).not.toEqual(first);
    await supervisor.stopPart('app');
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    await supervisor.startPart('app');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });
});

describe('stop', () => {
  it('stops each part before those that it needs', async () => {
    const idle = 'setInterval(() => {}, 1000)';
    const supervisor = bench.supervisor([
      script('database', idle),
      script('app', idle, { after: ['database'] }),
      script('proxy', idle, { after: ['app'] }),
    ]);
    const stopped: string[] = [];
    supervisor.on('stopped', ({ name }) => stopped.push(name));
    await supervisor.start();
    await supervisor.stop();
    expect(stopped).toEqual(['proxy', 'app', 'database']);
  });

  it('kills a part that does not stop in time, with all that it started', async () => {
    const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(ignoringTerm)}],
      { stdio: 'inherit' }).on('spawn', function () { console.log(this.pid); });`;
    const folder = bench.folder();
    const log = join(folder, 'stubborn.log');
    const said = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    const part = script('stubborn', ignoringTerm + child, {
      stopTimeoutMs: 100,
      ready: async () => said().endsWith('\n'),
    });
    const supervisor = bench.supervisor([part], { folder });
    await supervisor.start();
    const { pid } = processOf(supervisor, 'stubborn');
    await supervisor.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await until(() => !isRunning(Number(said())));
    expect(readStatus(folder)).toBeUndefined();
  });

  it('loses no line of what a part says until its end', async () => {
    const folder = bench.folder();
    const code = `process.on('SIGTERM', () => {
        for (let i = 0; i < 20000; i += 1) process.stdout.write('line ' + i + '\\n');
        process.stdout.write('without an end', () => process.exit(0));
      });
      console.error('started'); setInterval(() => {}, 1000);`;
    const log = join(folder, 'chatty.log');
    const part = script('chatty', code, {
      ready: async () => existsSync(log) && readFileSync(log, 'utf8').includes('started'),
    });
    const supervisor = bench.supervisor([part], { folder });
    await supervisor.start();
    await supervisor.stop();
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    expect(readFileSync(log, 'utf8')).toBe(['started', ...lines, 'without an end', ''].join('\n'));
  });
});

function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
