import type { Supervisor } from './supervisor/index.ts';

/** Says what happens to the parts of a stack, one line each. */
export function report(supervisor: Supervisor, say: (line: string) => void): void {
  supervisor.on('ready', ({ name, seconds, restarts }) => {
    say(`${restarts > 0 ? 'ready again' : 'ready'}: ${name} (${seconds.toFixed(1)} s)`);
  });
  supervisor.on('died', ({ name, how, lastLines, restartInMs }) => {
    const lines = lastLines.map((line) => `    ${line}`);
    say(
      [
        `${name} ${how}; it starts again in ${restartInMs / 1000} s. Its last lines:`,
        ...lines,
      ].join('\n'),
    );
  });
}
