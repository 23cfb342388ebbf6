import { isHeading, parseLine } from './parse.ts';
import type { Ingredient } from './schemas.ts';

/** Longest name of a group, characters. */
export const maxGroup = 100;

/** Reads lines one after the other; blank ones are nothing, and headings name the group of what follows. */
export function parseLines(lines: Iterable<string>): Ingredient[] {
  const read = lineReader();
  return [...lines].flatMap((line) => read(line) ?? []);
}

/** Remembers the latest heading from line to line. */
export function lineReader(): (line: string) => Ingredient | undefined {
  let group: string | undefined;
  return (line) => {
    const text = line.trim();
    if (text === '') return undefined;
    if (!isHeading(text)) return { ...parseLine(text), ...(group !== undefined && { group }) };
    group = text.slice(0, -1).trim().slice(0, maxGroup) || undefined;
    return undefined;
  };
}
