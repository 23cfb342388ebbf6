import type * as ingredients from '@recipe-book/app/schemas/ingredients';
import type * as recipes from '@recipe-book/app/schemas/recipes';
import type { Sent } from '../api/sent.ts';

export type Ingredient = ingredients.Ingredient;

/** A recipe as the API gives it. */
export type Recipe = Sent<recipes.Recipe>;

/** A recipe in a list: without its long parts. */
export type RecipeSummary = Sent<recipes.RecipeSummary>;

/** What a person writes down; all but these three may be left out. */
export type RecipeInput = Pick<recipes.RecipeInput, 'title' | 'ingredients' | 'steps'> &
  Partial<recipes.RecipeInput>;

/** One page of a list. */
export interface RecipePage {
  items: RecipeSummary[];
  /** Counted from 1. */
  page: number;
  limit: number;
  /** How many there are on all pages. */
  total: number;
}
