import type { Ingredient, RecipeInput } from '../../recipe.ts';
import { type IngredientRow, rowsOfIngredients } from './ingredient-rows.ts';

/** What a serving holds, in the order in which labels on food list it. */
export const nutrients = [
  'calories',
  'fatGrams',
  'saturatedFatGrams',
  'carbohydrateGrams',
  'sugarGrams',
  'fiberGrams',
  'proteinGrams',
  'cholesterolMilligrams',
  'sodiumMilligrams',
] as const;
export type Nutrient = (typeof nutrients)[number];

/** A recipe as it is being written: every field is what stands in its box. */
export interface Draft {
  title: string;
  description: string;
  servings: string;
  prepMinutes: string;
  cookMinutes: string;
  difficulty: '' | 'easy' | 'medium' | 'hard';
  cuisine: string;
  dishType: string;
  tags: string[];
  sourceUrl: string;
  notes: string;
  ingredients: IngredientRow[];
  steps: { text: string }[];
  nutrition: Record<Nutrient, string>;
}

/** What a draft is made of: a recipe, stored or found on another site. */
export type Written = Partial<Omit<RecipeInput, 'ingredients'>> & {
  ingredients?: readonly Ingredient[];
};

/** The draft that says what a recipe says. */
export function draftOf(recipe: Written): Draft {
  const { ingredients = [], steps = [], nutrition = {} } = recipe;
  return {
    title: recipe.title ?? '',
    description: recipe.description ?? '',
    servings: textOf(recipe.servings),
    prepMinutes: textOf(recipe.prepMinutes),
    cookMinutes: textOf(recipe.cookMinutes),
    difficulty: recipe.difficulty ?? '',
    cuisine: recipe.cuisine ?? '',
    dishType: recipe.dishType ?? '',
    tags: [...(recipe.tags ?? [])],
    sourceUrl: recipe.sourceUrl ?? '',
    notes: recipe.notes ?? '',
    ingredients: rowsOfIngredients(ingredients),
    steps: steps.map((text) => ({ text })),
    nutrition: Object.fromEntries(
      nutrients.map((name) => [name, textOf(nutrition[name])]),
    ) as Draft['nutrition'],
  };
}

/** What a new recipe starts as: a few rows to write in. */
export function emptyDraft(): Draft {
  const draft = draftOf({});
  return {
    ...draft,
    ingredients: [emptyIngredient(), emptyIngredient(), emptyIngredient()],
    steps: [emptyStep(), emptyStep()],
  };
}

/** A new ingredient to write in. */
export function emptyIngredient(): IngredientRow {
  return { heading: false, quantity: '', unit: '', name: '', note: '' };
}

/** A new step to write in. */
export function emptyStep(): { text: string } {
  return { text: '' };
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
