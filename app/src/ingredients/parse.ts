import { readAmount } from './amount.ts';
import { oneSpace, splitName } from './name.ts';
import type { Ingredient } from './schemas.ts';

const bullet = /^[-–—•*·▢□☐◦‣]+ /u;
const leadingOf = /^ ?of /i;
/** `juice of 1 lemon` is a lemon, of which the juice. */
const partOf = /^((?:(?:juice|zest|rind|peel|grated zest|finely grated zest)(?: and )?){1,2}) of /i;

/** Whether a line names a part of the dish, such as `For the icing:`, and no ingredient. */
export function isHeading(line: string): boolean {
  return line.endsWith(':') && line.length > 1 && readAmount(oneSpace(line)) === undefined;
}

/**
 * Reads a line such as `1 1/2 cups flour, sifted` into how much, of what, and what to know of it.
 * A line that makes no sense becomes the name as it is. Takes time linear in the line's length.
 * @param line not empty.
 */
export function parseLine(line: string): Ingredient {
  const text = oneSpace(line.replaceAll('⁄', '/')).replace(bullet, '');
  const part = partOf.exec(text);
  const amountText = part ? text.slice(part[0].length) : text;
  const amount = readAmount(amountText);
  if (part && !amount) return finish(line, text, splitName(text), []);
  const notes = part?.[1] ? [part[1].toLowerCase()] : [];
  if (!amount) return finish(line, text, splitName(amountText), notes);
  const { quantity, quantityMax, unit } = amount;
  const amounts = {
    ...(quantity !== undefined && { quantity }),
    ...(quantityMax !== undefined && { quantityMax }),
  };
  const rest = splitName(amountText.slice(amount.end).replace(leadingOf, ''));
  notes.push(...amount.notes);
  if (rest.name !== '' && unit) {
    const form = (quantityMax ?? quantity ?? 0) > 1 ? unit.many : unit.one;
    return finish(line, text, rest, notes, { ...amounts, unit: form });
  }
  const all = splitName(amountText.slice(amount.endWithoutUnit));
  return finish(line, text, all, notes, amounts);
}

function finish(
  line: string,
  text: string,
  { name, notes }: { name: string; notes: string[] },
  before: string[],
  amount: Partial<Ingredient> = {},
): Ingredient {
  const original = line.trim();
  if (name === '') return { name: text || original, original };
  const note = [...before, ...notes].join(', ');
  return { ...amount, name, ...(note !== '' && { note }), original };
}
