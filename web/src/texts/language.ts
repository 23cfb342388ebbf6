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
  window.location.reload();
}
