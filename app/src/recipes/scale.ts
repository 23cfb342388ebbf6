import { scaleIngredient } from '../ingredients/scale.ts';
import type { Recipe } from './schemas.ts';

/**
 * The recipe for another number of servings. Times and nutrition, which is of one serving, stay.
 * @returns `undefined` when the recipe does not say how many servings it is for.
 */
export function scaleRecipe(recipe: Recipe, servings: number): Recipe | undefined {
  if (recipe.servings === undefined) return undefined;
  if (recipe.servings === servings) return recipe;
  const factor = servings / recipe.servings;
  const ingredients = recipe.ingredients.map((ingredient) => scaleIngredient(ingredient, factor));
  return { ...recipe, ingredients, servings };
}
