import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { compileTexts } from '../../vite/texts.ts';
import { languages } from './language.ts';

const [reference, ...others] = languages;
const areas = globSync(`${reference}/*.json`, { cwd: import.meta.dirname }).map((path) =>
  path.replace(/^\w+\/|\.json$/g, ''),
);

function textsOf(language: string, area: string): Record<string, CompiledMessage> {
  const path = join(import.meta.dirname, language, `${area}.json`);
  return compileTexts(readFileSync(path, 'utf8'));
}

/** A value that stands in a text, and how it chooses between forms, if it does. */
interface Argument {
  name: string;
  kind: string;
  forms: readonly string[];
}

/** Compiled texts are lists of words and arguments, in whose forms there are such lists again. */
function argumentsOf(message: unknown): Argument[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, kind = 'value', format] = token;
    const choices = typeof format === 'object' && format !== null ? format : {};
    const forms = Object.keys(choices).filter((form) => form !== 'offset');
    const within = Object.values(choices).flatMap(argumentsOf);
    return [{ name: String(name), kind: String(kind), forms }, ...within];
  });
}

/** What the caller must give, whatever the language makes of it. */
function neededBy(message: unknown): string[] {
  const values = argumentsOf(message).filter(({ name }) => name !== '#');
  return [...new Set(values.map(({ name }) => name))].sort();
}

test.each(others)('%s has the files, keys and values of the reference', (language) => {
  expect(globSync(`${language}/*.json`, { cwd: import.meta.dirname }).sort()).toEqual(
    areas.map((area) => `${language}/${area}.json`).sort(),
  );
  for (const area of areas) {
    const expected = Object.entries(textsOf(reference, area));
    const actual = Object.entries(textsOf(language, area));
    expect(actual.map(([key]) => key).sort()).toEqual(expected.map(([key]) => key).sort());
    const needs = (texts: [string, unknown][]) =>
      Object.fromEntries(texts.map(([key, message]) => [key, neededBy(message)]));
    expect(needs(actual)).toEqual(needs(expected));
  }
});

test.each(languages)('%s has every plural form that its grammar has, and no other', (language) => {
  const faults = areas.flatMap((area) =>
    Object.entries(textsOf(language, area)).flatMap(([key, message]) =>
      argumentsOf(message).flatMap(({ kind, forms }) => {
        if (kind !== 'plural' && kind !== 'selectordinal') return [];
        const type = kind === 'plural' ? 'cardinal' : 'ordinal';
        const grammar = new Intl.PluralRules(language, { type }).resolvedOptions();
        const named = forms.filter((form) => !/^=?\d+$/.test(form)).sort();
        const wanted = [...grammar.pluralCategories].sort();
        // "None yet" and "some" need no more than the form that every language has.
        const fine = named.join() === wanted.join() || named.join() === 'other';
        return fine ? [] : [`${key}: ${named} instead of ${wanted}`];
      }),
    ),
  );
  expect(faults).toEqual([]);
});

test.each(languages)('%s has no empty text, and no key twice', (language) => {
  const seen = new Map<string, string>();
  const faults = areas.flatMap((area) => {
    const json = readFileSync(join(import.meta.dirname, language, `${area}.json`), 'utf8');
    const keys = [...json.matchAll(/^ {2}"([^"]+)": "(.*)",?$/gm)];
    return keys.flatMap(([, key = '', text = '']) => {
      const before = seen.get(key);
      seen.set(key, area);
      if (before !== undefined) return [`${key} stands in ${before} and ${area}`];
      return text.trim() === '' ? [`${key} is empty`] : [];
    });
  });
  expect(faults).toEqual([]);
});
