import type { Ingredient } from '../ingredients/schemas.ts';
import type { RecipeSummary } from './schemas.ts';

/** The fractions that cooks write, with what they are worth. */
const fractions: [value: number, sign: string][] = [
  [1 / 8, '⅛'],
  [1 / 6, '⅙'],
  [1 / 4, '¼'],
  [1 / 3, '⅓'],
  [3 / 8, '⅜'],
  [1 / 2, '½'],
  [5 / 8, '⅝'],
  [2 / 3, '⅔'],
  [3 / 4, '¾'],
  [5 / 6, '⅚'],
  [7 / 8, '⅞'],
];

/** A quantity as a cook writes it: `1½` for 1.5, and at most two decimals where no fraction fits. */
export function formatQuantity(quantity: number, language: string): string {
  const whole = Math.floor(quantity);
  const rest = quantity - whole;
  const fraction = fractions.find(([value]) => Math.abs(value - rest) < 0.006);
  if (fraction) return `${whole > 0 ? whole : ''}${fraction[1]}`;
  return formatNumber(quantity, language);
}

/** A number with at most two decimals. */
export function formatNumber(value: number, language: string): string {
  return plain(value) ?? formatByIntl(value, language);
}

function formatByIntl(value: number, language: string): string {
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
    useGrouping: 'min2',
  }).format(value);
}

/** How much of an ingredient, such as `1½–2 tbsp`; empty for "to taste". */
export function formatAmount(
  { quantity, quantityMax, unit }: Ingredient,
  language: string,
): string {
  const range = [quantity, quantityMax].flatMap((end) =>
    end === undefined ? [] : [formatQuantity(end, language)],
  );
  return [range.join('–'), unit ?? ''].filter((part) => part !== '').join(' ');
}

/** A time such as `1 hr 15 min`; undefined for none. */
export function formatMinutes(minutes: number | undefined, language: string): string | undefined {
  if (!minutes) return undefined;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    hours > 0 ? formatUnit(hours, 'hour', language) : '',
    rest > 0 ? formatUnit(rest, 'minute', language) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

type Unit = 'hour' | 'minute';

/** What `Intl` calls them, in the app's languages. */
const shortNames: Readonly<Record<string, Readonly<Record<Unit, string>>>> = {
  en: { hour: 'hr', minute: 'min' },
  de: { hour: 'Std.', minute: 'Min.' },
};

/**
 * A number that all of these languages write alike, without `Intl`: the first formatter of numbers takes a browser on a
 * phone a tenth of a second, and most recipes need none.
 */
function plain(value: number): string | undefined {
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : undefined;
}

function formatUnit(value: number, unit: Unit, language: string): string {
  const number = plain(value);
  const name = shortNames[language]?.[unit];
  if (number && name) return `${number} ${name}`;
  const style = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(language, style).format(value);
}

/** The time from start to table, in minutes; undefined when the recipe names none. */
export function totalMinutes({
  prepMinutes,
  cookMinutes,
}: Pick<RecipeSummary, 'prepMinutes' | 'cookMinutes'>): number | undefined {
  return (prepMinutes ?? 0) + (cookMinutes ?? 0) || undefined;
}

/** A link's site, such as `example.com`; undefined unless the link is one to the web. */
export function webSite(url: string | undefined): string | undefined {
  const parsed = url ? URL.parse(url) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  return parsed.hostname.replace(/^www\./, '');
}
