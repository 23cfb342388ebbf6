import { type Messages, setupI18n } from '@lingui/core';
import type { TextKey } from './keys.ts';
import type { Language } from './language.ts';

/** The texts that are loaded, all in one language. */
const i18n = setupI18n();

/** Says a text. Its values stand in it by name (ICU MessageFormat). */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

/** The text in the app's language; a text that is not loaded shows as its key. */
export const translate: Translate = (key, values) => i18n._(key, values);

/** Adds texts, compiled by web/vite/texts.ts, to those there are. */
export function addTexts(language: Language, messages: Messages): void {
  i18n.load(language, messages);
  i18n.activate(language);
}

/** The language that texts are loaded in, for Intl and for `lang`. */
export function currentLanguage(): string {
  return i18n.locale || 'en';
}
