import * as format from '@recipe-book/app/recipes/format';
import { currentLanguage } from '../texts/i18n.ts';
import type { Ingredient } from './recipe.ts';

export { totalMinutes, webSite } from '@recipe-book/app/recipes/format';

/** A quantity as a cook writes it, in the app's language. */
export function formatQuantity(quantity: number): string {
  return format.formatQuantity(quantity, currentLanguage());
}

/** A number in the app's language, with at most two decimals. */
export function formatNumber(value: number): string {
  return format.formatNumber(value, currentLanguage());
}

/** How much of an ingredient, such as `1½–2 tbsp`; empty for "to taste". */
export function formatAmount(ingredient: Ingredient): string {
  return format.formatAmount(ingredient, currentLanguage());
}

/** A time such as `1 hr 15 min`, in the app's language; undefined for none. */
export function formatMinutes(minutes: number | undefined): string | undefined {
  return format.formatMinutes(minutes, currentLanguage());
}
