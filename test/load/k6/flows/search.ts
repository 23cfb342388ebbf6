import { pick } from '../random.ts';
import { listRecipes } from '../recipes.ts';
import type { Flow } from './flow.ts';

/** Words, beginnings of words, typing errors, and what nobody has. */
const words = [
  'soup',
  'chicken',
  'choc',
  'olive%20oil%20garlic',
  'chiken',
  'spagetti',
  'xylophone',
];

/** Looks for recipes by some words. */
export const search: Flow = {
  name: 'search',
  weight: 20,
  run: () => listRecipes(`?q=${pick(words)}`),
};
