import { scaleIngredient } from '@recipe-book/app/ingredients/scale';
import type { Recipe } from '../recipe.ts';
import { convertIngredient } from './convert.ts';
import { convertTemperatures } from './temperatures.ts';
import type { UnitsChoice } from './units-choice.ts';

/** Most servings that a recipe can be scaled to, as in the API. */
export const maxServings = 1000;

/**
 * The recipe for so many servings and in the chosen units. It is scaled by the API's own code, here rather
 * than there: at once, and without a network.
 */
export function shownRecipe(
  recipe: Recipe,
  servings: number | undefined,
  units: UnitsChoice,
): Recipe {
  const factor = servings && recipe.servings ? servings / recipe.servings : 1;
  const scaled =
    factor === 1
      ? recipe.ingredients
      : recipe.ingredients.map((ingredient) => scaleIngredient(ingredient, factor));
  const shown = { ...recipe, servings: servings ?? recipe.servings };
  if (units === 'original') return { ...shown, ingredients: scaled };
  return {
    ...shown,
    ingredients: scaled.map((ingredient) => convertIngredient(ingredient, units)),
    steps: recipe.steps.map((step) => convertTemperatures(step, units)),
  };
}

/** The servings that an address asks for; undefined for the recipe's own. */
export function askedServings(params: URLSearchParams): number | undefined {
  const text = params.get('servings') ?? '';
  const servings = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return servings >= 1 && servings <= maxServings ? servings : undefined;
}
