/** One line of what goes into a dish. */
export interface Ingredient {
  /** How much, in `unit`; absent for "to taste". */
  quantity?: number;
  unit?: string;
  name: string;
  note?: string;
}

/** What a person writes down; all but the first three may be left out. */
export interface RecipeInput {
  title: string;
  ingredients: Ingredient[];
  steps: string[];
  description?: string;
  servings?: number;
  prepMinutes?: number;
  cookMinutes?: number;
  tags?: string[];
  cuisine?: string;
  dishType?: string;
  sourceUrl?: string;
}

/** A recipe as the API keeps it; the times are ISO 8601. */
export interface Recipe extends RecipeInput {
  id: string;
  createdAt: string;
  updatedAt: string;
}

/** A recipe in a list: without its long parts. */
export type RecipeSummary = Omit<Recipe, 'ingredients' | 'steps' | 'sourceUrl'>;

/** One page of a list. */
export interface RecipePage {
  items: RecipeSummary[];
  /** Counted from 1. */
  page: number;
  limit: number;
  /** How many there are on all pages. */
  total: number;
}
