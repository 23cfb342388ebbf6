import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { identify, isAlive } from './process-identity.ts';
import { killLeftovers, readStatus, stopFromOutside, writeStatus } from './status-file.ts';
import { Bench, freePort, script, until } from './testing.ts';

let bench: Bench;
const started: { child: ChildProcess; stateDir: string }[] = [];
beforeEach(() => {
  bench = new Bench();
});
afterEach(async () => {
  for (const { child, stateDir } of started.splice(0)) {
    child.kill('SIGKILL');
    // Whatever a failed test left behind.
    const { status } = readStatus(stateDir) ?? {};
    if (status) killLeftovers(status);
  }
  await bench.clean();
});

/** A supervisor in a process of its own, with two parts; resolves when it says that all are ready. */
async function supervisorElsewhere(stateDir: string): Promise<ChildProcess> {
  const idle = script('idle', 'setInterval(() => {}, 1000)');
  const part = (name: string, port: number): string => {
    const code = `require('node:net').createServer().listen(${port}, '127.0.0.1')`;
    const { command } = idle;
    const ready = { tcp: { port } };
    return JSON.stringify({ name, command, args: ['-e', code], env: {}, ready });
  };
  const parts = [part('one', await freePort()), part('two', await freePort())];
  const code = `
    import { Supervisor } from ${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))};
    const dirs = ${JSON.stringify({ logDir: stateDir, stateDir })};
    const supervisor = new Supervisor({ parts: [${parts}], ...dirs });
    process.once('SIGTERM', () => supervisor.stop());
    await supervisor.start();
    process.send('ready');
    process.disconnect();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  started.push({ child, stateDir });
  await once(child, 'message');
  return child;
}

it('leaves no part behind when the supervisor is killed', async () => {
  const folder = bench.folder();
  const child = await supervisorElsewhere(folder);
  const parts = readStatus(folder)?.status.parts.flatMap(({ process: one }) => one ?? []) ?? [];
  expect(parts.map(isAlive)).toEqual([true, true]);
  child.kill('SIGKILL');
  await until(() => !parts.some(isAlive));
  expect(readStatus(folder)?.running).toBe(false);
});

it('is stopped from another process', async () => {
  const folder = bench.folder();
  const child = await supervisorElsewhere(folder);
  const parts = readStatus(folder)?.status.parts.flatMap(({ process: one }) => one ?? []) ?? [];
  const exit = once(child, 'exit');
  expect(await stopFromOutside(folder, 10_000)).toBe(true);
  expect(await exit).toEqual([0, null]);
  expect(parts.some(isAlive)).toBe(false);
  expect(await stopFromOutside(folder, 10_000)).toBe(false);
});

it('refuses to start beside a supervisor that runs', async () => {
  const folder = bench.folder();
  const child = await supervisorElsewhere(folder);
  const second = bench.supervisor([script('idle', '')], { folder });
  await expect(second.start()).rejects.toThrow(`It runs already, as process ${child.pid}`);
});

it('takes a process that only has the same id for a stranger', async () => {
  const folder = bench.folder();
  const self = identify(process.pid);
  const stranger = { pid: process.pid, started: 'another time' };
  const part = { name: 'app', state: 'ready', since: '', restarts: 0, process: stranger } as const;
  writeStatus(folder, { supervisor: stranger, since: '', parts: [part] });
  expect(readStatus(folder)?.running).toBe(false);
  // Were it not told apart, this would end the test itself.
  expect(await stopFromOutside(folder, 1000)).toBe(false);
  expect(self && isAlive(self)).toBe(true);
});
