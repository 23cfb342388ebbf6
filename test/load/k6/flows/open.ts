import { anyRecipe, readRecipe } from '../recipes.ts';
import type { Flow } from './flow.ts';

/** Opens a recipe of the list. */
export const open: Flow = { name: 'open', weight: 25, run: () => void readRecipe(anyRecipe().id) };
