import { scope } from './scope.ts';

/** The reader's choice, which its cookie tells (texts/language.ts); nothing without one. */
export async function chosenLanguage(): Promise<string[]> {
  try {
    const cookie = await scope.cookieStore?.get('language');
    return cookie?.value ? [cookie.value] : [];
  } catch {
    // Where cookies are switched off.
    return [];
  }
}
