import { type Translate, translate } from './i18n.ts';

/**
 * The function that says texts. The language never changes while the app runs (choosing another
 * loads the page anew), so there is nothing to subscribe to.
 */
export function useText(): Translate {
  return translate;
}
