import type { Ingredient } from '../../recipes/recipe.ts';
import type { NewItem } from '../types.ts';
import { longest } from '../view/read-item.ts';

/** Ingredients as items to buy, which know the recipe that they are for. */
export function itemsOf(ingredients: readonly Ingredient[], recipeId: string): NewItem[] {
  return ingredients.map(({ name, quantity, unit, note }) => ({
    name: name.slice(0, longest.name),
    ...(quantity !== undefined && { quantity }),
    ...(unit !== undefined && { unit }),
    ...(note !== undefined && { note: note.slice(0, longest.note) }),
    recipeIds: [recipeId],
  }));
}
