import { deviceStorage } from '../device-storage.ts';

/** Languages that the app speaks; the first is taken when the reader knows none of them. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'language';

/** The reader's choice, else the first of the browser's languages that the app speaks. */
export function preferredLanguage(
  storage: Pick<Storage, 'getItem'> = deviceStorage,
  asked: readonly string[] = navigator.languages,
): Language {
  const wanted = [storage.getItem(storageKey) ?? '', ...asked];
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return languages[0];
}

/** Keeps the choice and loads the page anew, so that everything on it speaks the new language. */
export function chooseLanguage(language: Language): void {
  deviceStorage.setItem(storageKey, language);
  tellChosenLanguage();
  window.location.reload();
}

/** How long the cookie stays, seconds: a year. */
const cookieAge = 365 * 24 * 60 * 60;

/**
 * Tells the server the choice by a cookie, so that pages come in it (app/src/web/pages.ts). Call it at each start: some
 * browsers keep a cookie of a script for a week only.
 */
export function tellChosenLanguage(): void {
  const chosen = languages.find((language) => language === deviceStorage.getItem(storageKey));
  if (!chosen) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser, and the next page is asked for at once.
  document.cookie = `${storageKey}=${chosen}; path=/; max-age=${cookieAge}; samesite=lax`;
}
