import type { Ingredient, RecipeSummary } from './recipe.ts';

/** The fractions that cooks write, with what they are worth. */
const fractions: [value: number, sign: string][] = [
  [1 / 8, '⅛'],
  [1 / 4, '¼'],
  [1 / 3, '⅓'],
  [1 / 2, '½'],
  [2 / 3, '⅔'],
  [3 / 4, '¾'],
];

/** A quantity as a cook writes it: `1½` for 1.5, and at most two decimals where no fraction fits. */
export function formatQuantity(quantity: number): string {
  const whole = Math.floor(quantity);
  const rest = quantity - whole;
  const fraction = fractions.find(([value]) => Math.abs(value - rest) < 0.006);
  if (fraction) return `${whole > 0 ? whole : ''}${fraction[1]}`;
  return String(Math.round(quantity * 100) / 100);
}

/** How much of an ingredient, such as `1½ tbsp`; empty for "to taste". */
export function formatAmount({ quantity, unit }: Ingredient): string {
  return [quantity === undefined ? '' : formatQuantity(quantity), unit ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

/** A time such as `1 h 15 min`; undefined for none. */
export function formatMinutes(minutes: number | undefined): string | undefined {
  if (!minutes) return undefined;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** The time from start to table, in minutes; undefined when the recipe names none. */
export function totalMinutes({ prepMinutes, cookMinutes }: RecipeSummary): number | undefined {
  return (prepMinutes ?? 0) + (cookMinutes ?? 0) || undefined;
}

/** A link's site, such as `example.com`; undefined unless the link is one to the web. */
export function webSite(url: string | undefined): string | undefined {
  const parsed = url ? URL.parse(url) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  return parsed.hostname.replace(/^www\./, '');
}
