import { z } from 'zod';
import { maxAmount } from './limits.ts';
import { lineReader, maxGroup } from './lines.ts';

/** Longest line that is read, characters. */
export const maxLine = 500;
/** Most ingredients of one recipe. */
export const maxIngredients = 200;

const text = (max: number) => z.string().trim().min(1).max(max);
const amount = z.number().positive().max(maxAmount);

/** One line of what goes into a dish. */
export const ingredient = z
  .strictObject({
    quantity: amount.optional().meta({ description: 'How much; of a range, the least' }),
    quantityMax: amount.optional().meta({ description: 'Of a range, the most' }),
    unit: text(40).optional().meta({ example: 'tbsp' }),
    name: text(maxLine).meta({ example: 'olive oil' }),
    note: text(maxLine).optional(),
    group: text(maxGroup).optional().meta({ description: 'The part of the dish that it is for' }),
    original: text(maxLine).optional().meta({ description: 'The line that it was read from' }),
  })
  .refine(isRange, { path: ['quantityMax'], error: 'must be above quantity, which must be there' })
  .meta({ id: 'Ingredient' });

export type Ingredient = z.output<typeof ingredient>;

/** Ingredients as clients send them: objects, or lines of text that are read here. */
export const ingredientsInput = z
  .preprocess(readLines, z.array(ingredient).max(maxIngredients))
  .meta({
    override: {
      type: 'array',
      maxItems: maxIngredients,
      description:
        'Objects, or lines such as `2 cups flour, sifted`. A line that ends with a colon names the group of the lines after it.',
      items: {
        anyOf: [
          { $ref: '#/components/schemas/Ingredient' },
          { type: 'string', maxLength: maxLine },
        ],
      },
    },
  });

function isRange({
  quantity,
  quantityMax,
}: {
  quantity?: number | undefined;
  quantityMax?: number | undefined;
}) {
  return quantityMax === undefined || (quantity !== undefined && quantityMax > quantity);
}

/** Puts what lines say in their place among objects; what is neither stays, for the schema to refuse. */
function readLines(input: unknown): unknown {
  // One too many is enough for the schema to refuse a longer list.
  if (!Array.isArray(input)) return input;
  const read = lineReader();
  return input.slice(0, maxIngredients + 1).flatMap((item: unknown) => {
    if (typeof item !== 'string') return [item];
    if (item.length > maxLine) return [{ name: '…', original: item }];
    return read(item) ?? [];
  });
}
