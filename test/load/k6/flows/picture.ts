import { environment } from '../environment.ts';
import { anyRecipe, giveImage, readRecipe } from '../recipes.ts';
import type { Flow } from './flow.ts';

const photograph = open(environment.picture, 'b');

/** Gives a recipe a picture, and looks at it. */
export const picture: Flow = {
  name: 'picture',
  weight: 0.25,
  run() {
    const { id } = giveImage(readRecipe(anyRecipe().id), photograph);
    readRecipe(id);
  },
};
