import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setupI18n } from '@lingui/core';
import type { TextKey } from '../../web/src/texts/keys.ts';
import { compileTexts } from '../../web/vite/texts.ts';
import { root } from '../src/root.ts';

/**
 * A pattern for what a page says in its language. It finds the text anywhere, as Playwright does with words;
 * values that are not given stand for anything, and one text can be the value of another.
 */
export type Says = (
  key: TextKey,
  values?: Readonly<Record<string, string | number | RegExp>>,
) => RegExp;

/** The first of the characters, private to programs (Unicode), that stand in a text for patterns. */
const firstPlace = 0xe000;

/** @param language one of web/src/texts. */
export function pageTexts(language: string): Says {
  const texts = textsOf(language);
  return (key, values = {}) => {
    const text = texts[key] ?? '';
    const patterns: string[] = [];
    const placed = [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => {
      const value = values[name] ?? /.*/;
      if (!(value instanceof RegExp)) return [];
      return [[name, String.fromCharCode(firstPlace + patterns.push(value.source) - 1)]];
    });
    const messages = { [language]: compileTexts(JSON.stringify({ [key]: text })) };
    const i18n = setupI18n({ locale: language, messages });
    const said = i18n._(key, { ...values, ...Object.fromEntries(placed) });
    const pattern = RegExp.escape(said).replace(
      /[\uE000-\uF8FF]/g,
      (place) => patterns[place.charCodeAt(0) - firstPlace] ?? '',
    );
    return new RegExp(pattern);
  };
}

function textsOf(language: string): Readonly<Record<string, string>> {
  const folder = join(root, 'web/src/texts', language);
  const areas = globSync('*.json', { cwd: folder });
  return Object.assign(
    {},
    ...areas.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
}
