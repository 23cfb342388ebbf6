import type { SourceRecipe } from '../../planning/recipe-source.ts';
import { type Amount, scaled } from '../amounts/amount.ts';
import type { ItemInput } from '../item-schemas.ts';

/** Something to buy, before it is brought together with what stands on the list. */
export type Need = Omit<ItemInput, 'quantity' | 'unit'> & { readonly amount: Amount };

/**
 * What a recipe needs.
 * @param servings for how many; a recipe that does not say how many it serves is taken as it is.
 */
export function needsOf(recipe: SourceRecipe, servings: number | undefined): Need[] {
  const factor =
    servings === undefined || recipe.servings === undefined ? 1 : servings / recipe.servings;
  return recipe.ingredients.map(({ name, quantity, unit, note }) => ({
    name: name.slice(0, 200),
    amount: scaled({ quantity, unit }, factor),
    ...(note !== undefined && { note: note.slice(0, 500) }),
    checked: false,
    recipeIds: [recipe.id],
  }));
}

/** What somebody has written down. */
export function needOf({ quantity, unit, ...item }: ItemInput): Need {
  return { ...item, amount: { quantity, unit } };
}
