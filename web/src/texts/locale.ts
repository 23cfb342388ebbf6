import { currentLanguage } from './i18n.ts';

/** The region whose customs a language goes by when the browser names none: the English texts are British. */
const regions: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE' };

/**
 * The app's language with the reader's region, such as `en-US`: by it Intl writes dates, and weeks begin.
 * @param asked the browser's languages, the preferred one first.
 */
export function currentLocale(asked: readonly string[] = navigator.languages): string {
  const language = currentLanguage();
  const regional = asked.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  return regional ?? regions[language] ?? language;
}
