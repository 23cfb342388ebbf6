import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { makeKeyFile } from './key.ts';
import type { LogLine } from './log-lines.ts';

const register = fileURLToPath(new URL('../telemetry/register.ts', import.meta.url));
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The app as it really runs, in a process of its own. */
export interface AppProcess {
  readonly url: string;
  readonly program: Program;
  /** What it has logged so far. */
  logLines(): LogLine[];
}

/** Starts the app on a free port. @param text settings. */
export async function startAppProcess(text: Record<string, string>): Promise<AppProcess> {
  const program = await Program.start(
    process.execPath,
    ['--import', register, main],
    /"message":"listening"/,
    {
      PATH: process.env['PATH'],
      PORT: '0',
      DB_CONNECTION_POOL_MIN: '0',
      // A machine that is busy must not make other log lines.
      DB_SLOW_QUERY: '600000',
      JWT_PRIVATE_KEY_FILE: makeKeyFile(),
      ...text,
    },
  );
  const logLines = () => program.lines.map((line): LogLine => JSON.parse(line));
  const listening = logLines().find(({ message }) => message === 'listening');
  return { url: `http://127.0.0.1:${listening?.['port']}`, program, logLines };
}

/** Asks again and again until the answer satisfies; the test's own time limit ends it otherwise. */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
