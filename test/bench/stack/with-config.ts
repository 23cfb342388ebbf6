import { readFileSync, writeFileSync } from 'node:fs';
import type { Part } from '@recipe-book/local';

/** What reads a config, as `JSON.parse` takes it; `undefined` leaves a key out. */
export type Reviver = (key: string, value: unknown) => unknown;

/** The part with another config: the one that is there, but for what the reviver changes. */
export function withConfig(part: Part, reviver: Reviver): Part {
  const path = part.args.find((argument) => argument.endsWith('.json')) ?? '';
  const changed = path.replace(/\.json$/, '-changed.json');
  writeFileSync(changed, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'), reviver)));
  return { ...part, args: part.args.map((argument) => (argument === path ? changed : argument)) };
}
