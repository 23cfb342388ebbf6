import type { Reporter } from '../types.ts';

/** One plain line per event, for logs and pipes. */
export function plainReporter(write: (line: string) => void): Reporter {
  return {
    plan: () => undefined,
    waiting: ({ name }) => write(`waiting for another run that installs ${name} …`),
    started: ({ name, version }) => write(`installing ${name} ${version} …`),
    finished: ({ name, version }, seconds) =>
      write(`installed ${name} ${version} in ${seconds.toFixed(0)} s`),
    failed: ({ name }) => write(`failed to install ${name}`),
    close: async () => undefined,
  };
}
