import { formatQuantity } from '../../format.ts';
import type { Ingredient } from '../../recipe.ts';
import { parseAmount } from './parse-quantity.ts';

/** A row of the list of ingredients, as it is being typed: an ingredient, or the name of a part of the dish. */
export interface IngredientRow {
  /** True for a part of the dish, which all rows down to the next one belong to; `name` is its name. */
  heading: boolean;
  /** A number, a fraction or a range. */
  quantity: string;
  unit: string;
  name: string;
  note: string;
  /** What the row was made of: a row that nobody touches stays exactly as it was. */
  from?: Ingredient;
}

/** The rows that say what ingredients say; where the group changes, a heading. */
export function rowsOfIngredients(ingredients: readonly Ingredient[]): IngredientRow[] {
  let group: string | undefined;
  return ingredients.flatMap((ingredient) => {
    const row = rowOf(ingredient);
    if (ingredient.group === group) return [row];
    group = ingredient.group;
    return [{ heading: true, quantity: '', unit: '', name: group ?? '', note: '' }, row];
  });
}

/**
 * What rows say, as the API takes it; empty ones are nothing. What cannot be understood stays as it was
 * written, for the API's schema to refuse.
 * @returns also the row that each ingredient stands in.
 */
export function ingredientsOfRows(rows: readonly IngredientRow[]) {
  let group = '';
  const ingredients: object[] = [];
  const places: number[] = [];
  for (const [place, row] of rows.entries()) {
    if (row.heading) group = row.name.trim();
    else if (!isEmpty(row)) {
      ingredients.push({ ...ingredientOf(row), ...(group !== '' && { group }) });
      places.push(place);
    }
  }
  return { ingredients, places };
}

function rowOf(ingredient: Ingredient): IngredientRow {
  const { quantity, quantityMax, unit = '', name, note = '' } = ingredient;
  const amounts = [quantity, quantityMax].filter((amount) => amount !== undefined);
  return {
    heading: false,
    quantity: amounts.map(quantityText).join('–'),
    unit,
    name,
    note,
    from: ingredient,
  };
}

/** Large numbers without the commas or points that would be read as decimal ones. */
function quantityText(quantity: number): string {
  return quantity < 1000 ? formatQuantity(quantity) : String(quantity);
}

/** The exact amount, while nobody has touched what is shown of it. */
function keptAmount({ from, quantity }: IngredientRow): object | undefined {
  if (!from || rowOf(from).quantity !== quantity) return undefined;
  const { quantity: least, quantityMax: most } = from;
  return {
    ...(least !== undefined && { quantity: least }),
    ...(most !== undefined && { quantityMax: most }),
  };
}

function isEmpty({ quantity, unit, name, note }: IngredientRow): boolean {
  return `${quantity}${unit}${name}${note}`.trim() === '';
}

function ingredientOf(row: IngredientRow): object {
  if (row.from && isUntouched(row, row.from)) {
    const { group: _, ...ingredient } = row.from;
    return ingredient;
  }
  const { unit, name, note } = row;
  return {
    ...(keptAmount(row) ?? amountOf(row.quantity)),
    ...(unit.trim() !== '' && { unit }),
    name,
    ...(note.trim() !== '' && { note }),
  };
}

function amountOf(text: string): object {
  if (text.trim() === '') return {};
  return parseAmount(text) ?? { quantity: text };
}

function isUntouched(row: IngredientRow, from: Ingredient): boolean {
  const was = rowOf(from);
  return (['quantity', 'unit', 'name', 'note'] as const).every((name) => row[name] === was[name]);
}
