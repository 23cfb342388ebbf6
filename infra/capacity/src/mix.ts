import { ArgumentError } from './argument-error.ts';
import { type Kind, kinds } from './measured.ts';

/** The share of each kind in all requests; they add up to 1. */
export type Mix = Readonly<Record<Kind, number>>;

/** People who cook: they look far more than they write, and sign in about once for a hundred requests. */
export const usualMix: Mix = mixOf({
  list: 30,
  item: 40,
  create: 4,
  login: 1,
  asset: 20,
  refused: 5,
});

/** Largest part: far larger ones would leave no share for the others. */
const mostPart = 1_000_000;

/**
 * Reads a mix such as `list=3,item=1`: parts of any size; kinds that are left out do not occur.
 * @throws ArgumentError that says what can be written.
 */
export function readMix(text: string): Mix {
  const parts: Partial<Record<Kind, number>> = {};
  for (const one of text.split(',')) {
    const [name, number, ...more] = one.split('=').map((word) => word.trim());
    const kind = kinds.find((known) => known === name);
    const part = Number(number);
    if (!kind || kind in parts || !number || more.length > 0 || !(part >= 0 && part <= mostPart)) {
      throw new ArgumentError(
        `MIX has "${one}"; write parts such as list=3,item=1, each once and up to ${mostPart}, of ${kinds.join(', ')}.`,
      );
    }
    parts[kind] = part;
  }
  if (!Object.values(parts).some((part) => part > 0)) {
    throw new ArgumentError(`MIX is "${text}"; one part at least must be above 0.`);
  }
  return mixOf(parts);
}

function mixOf(parts: Partial<Record<Kind, number>>): Mix {
  const part = (kind: Kind) => parts[kind] ?? 0;
  const whole = kinds.reduce((sum, kind) => sum + part(kind), 0);
  return {
    list: part('list') / whole,
    item: part('item') / whole,
    create: part('create') / whole,
    login: part('login') / whole,
    asset: part('asset') / whole,
    refused: part('refused') / whole,
    shed: part('shed') / whole,
  };
}
