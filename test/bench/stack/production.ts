import type { Part } from '@recipe-book/local';
import { type Reviver, withConfig } from './with-config.ts';

/** A Collector writes files in development alone, which would be measured with it. */
export function asInProduction(parts: readonly Part[]): Part[] {
  return parts.map((part) => (part.name === 'collector' ? withConfig(part, withoutFiles) : part));
}

const withoutFiles: Reviver = (key, value) => {
  if (key.startsWith('file/')) return undefined;
  return key === 'exporters' && Array.isArray(value)
    ? value.filter((name) => !String(name).startsWith('file/'))
    : value;
};
