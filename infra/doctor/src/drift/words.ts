import { areas, type Variable } from '@recipe-book/settings';
import type { Difference } from './compare.ts';

/** Longest text of one value in a line. */
const width = 60;

/** Variables whose values are not shown, whoever set them. */
const secretVariables = Object.values(areas)
  .flatMap((area) => Object.entries<Variable>(area))
  .filter(([, { secret }]) => secret)
  .map(([name]) => name);

/**
 * A difference in one line: `path: want → have`. Values of the live object, where somebody may have put
 * a password by hand, go through `redact` here, since nobody knows half a password when it is cut short.
 */
export function inWords(
  { path, want, have }: Difference,
  redact: (text: string) => string,
): string {
  if (want === undefined) return `${path}: should not be there`;
  if (have === undefined) return `${path}: ${short(text(want), 0)} → missing`;
  const [wanted, found] = [text(want), text(have)];
  if (secretVariables.some((name) => path.includes(`env[${name}]`))) {
    return `${path}: ${short(wanted, 0)} → another value`;
  }
  const from = firstDifference(wanted, found);
  const line = wanted.includes('\n') ? ` (line ${lineAt(wanted, from)})` : '';
  const start = wanted.length > width || found.length > width ? Math.max(0, from - 20) : 0;
  return `${path}${line}: ${short(wanted, start)} → ${short(redact(found), start)}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function short(value: string, start: number): string {
  const end = start + width;
  const part = value.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${part || '(nothing)'}${value.length > end ? '…' : ''}`;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function lineAt(value: string, position: number): number {
  return value.slice(0, position).split('\n').length;
}
