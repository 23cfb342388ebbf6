import { pick } from '../random.ts';
import { anyRecipe, changeRecipe, readRecipe } from '../recipes.ts';
import type { Flow } from './flow.ts';

/** Opens a recipe, and saves it with another rating and a note. */
export const edit: Flow = {
  name: 'edit',
  weight: 5,
  run() {
    const recipe = readRecipe(anyRecipe().id);
    changeRecipe(recipe, { rating: pick([1, 2, 3, 4, 5]), notes: 'Takes longer than it says.' });
  },
};
