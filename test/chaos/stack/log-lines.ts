import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const parts = ['envoy', 'ratelimit', 'app'] as const;

/** Number of lines by part. */
export type Lines = Readonly<Record<(typeof parts)[number], number>>;

/** How many lines the parts have logged so far. @param since what is not counted any more. */
export function linesLogged(logs: string, since?: Lines): Lines {
  const counts = parts.map((part) => {
    const lines = readFileSync(join(logs, `${part}.log`), 'utf8').split('\n').length - 1;
    return [part, lines - (since?.[part] ?? 0)];
  });
  return Object.fromEntries(counts);
}
