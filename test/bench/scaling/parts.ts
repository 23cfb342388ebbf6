import { readFileSync, writeFileSync } from 'node:fs';
import type { Part } from '@recipe-book/local';
import { asInProduction } from '../stack/production.ts';

/** Collectors as in production, but that they decide about a trace after a second: their work is soon done. */
export function withPromptCollectors(parts: readonly Part[]): Part[] {
  return parts.map((part) => (part.name.startsWith('collector') ? prompt(part) : part));
}

function prompt(part: Part): Part {
  // The change knows the Collector of the first instance alone, by its name.
  const [changed = part] = asInProduction([{ ...part, name: 'collector' }]);
  for (const path of changed.args.filter((argument) => argument.endsWith('.json'))) {
    const config = JSON.parse(readFileSync(path, 'utf8'), (key, value) =>
      key === 'decision_wait' ? '1s' : value,
    );
    writeFileSync(path, JSON.stringify(config));
  }
  return { ...changed, name: part.name };
}
