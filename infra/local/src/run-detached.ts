import { fork } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentText, Settings } from '@recipe-book/settings';
import { ownFolder, stackPaths } from './paths.ts';
import { prepare } from './prepare.ts';
import type { Message } from './say.ts';
import { SupervisorError } from './supervisor/index.ts';

const command = join(import.meta.dirname, 'commands/up.ts');

/** Starts a stack in a process of its own and returns when it is ready. */
export async function runDetached(settings: Settings, text: EnvironmentText): Promise<void> {
  // Here, where the user sees its progress; the other process then finds everything there.
  await prepare(text);
  const { state, logs } = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  ownFolder(state);
  mkdirSync(logs, { recursive: true });
  const log = openSync(join(logs, 'stack.log'), 'a');
  const child = fork(command, {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...text, DETACH: '0' },
  });
  const cancel = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, cancel);
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('line' in message) console.log(message.line);
      else resolve();
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(
        new SupervisorError(
          `The stack ended with code ${code} before it was ready: see ${join(logs, 'stack.log')}.`,
        ),
      );
    });
  });
  child.removeAllListeners('exit');
  child.disconnect();
  child.unref();
}
