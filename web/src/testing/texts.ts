import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTexts } from '../../vite/texts.ts';
import { addTexts } from '../texts/i18n.ts';
import type { Language } from '../texts/language.ts';

const folder = join(import.meta.dirname, '../texts');

/** Loads every text of a language, as the pages' chunks do in a browser. */
export function loadAllTexts(language: Language = 'en'): void {
  for (const path of globSync(`${language}/*.json`, { cwd: folder })) {
    addTexts(language, compileTexts(readFileSync(join(folder, path), 'utf8')));
  }
}
