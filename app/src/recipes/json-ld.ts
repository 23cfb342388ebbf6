import { formatLine } from '../ingredients/format.ts';
import type { Nutrition } from './nutrition.ts';
import type { Recipe, RecipeInput } from './schemas.ts';

/** Field → property of schema.org/NutritionInformation, with the unit that its text names. */
const nutritionProperties = {
  calories: ['calories', 'kcal'],
  fatGrams: ['fatContent', 'g'],
  saturatedFatGrams: ['saturatedFatContent', 'g'],
  carbohydrateGrams: ['carbohydrateContent', 'g'],
  sugarGrams: ['sugarContent', 'g'],
  fiberGrams: ['fiberContent', 'g'],
  proteinGrams: ['proteinContent', 'g'],
  cholesterolMilligrams: ['cholesterolContent', 'mg'],
  sodiumMilligrams: ['sodiumContent', 'mg'],
} as const satisfies Record<keyof Nutrition, readonly [string, string]>;

/** What other programs are told of a recipe. */
type Described = Omit<RecipeInput, 'difficulty' | 'rating' | 'notes'> & Pick<Recipe, 'image'>;

/** A recipe in the words of schema.org, for other programs. What is not set is left out of the JSON. */
export function toSchemaOrg(recipe: Described) {
  const { prepMinutes, cookMinutes, servings, nutrition } = recipe;
  const total = (prepMinutes ?? 0) + (cookMinutes ?? 0);
  return {
    '@type': 'Recipe',
    name: recipe.title,
    description: recipe.description,
    // Relative to the site that the recipe is shown on.
    image: recipe.image?.urls.at(-1)?.url,
    recipeIngredient: recipe.ingredients.map((line) => line.original ?? formatLine(line)),
    recipeInstructions: recipe.steps.map((text) => ({ '@type': 'HowToStep', text })),
    recipeYield: servings === undefined ? undefined : String(servings),
    prepTime: durationOf(prepMinutes),
    cookTime: durationOf(cookMinutes),
    totalTime: durationOf(total || undefined),
    recipeCategory: recipe.dishType,
    recipeCuisine: recipe.cuisine,
    keywords: recipe.tags.length > 0 ? recipe.tags : undefined,
    nutrition: nutrition && nutritionOf(nutrition),
    isBasedOn: recipe.sourceUrl,
  };
}

/** ISO 8601. */
function durationOf(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : `PT${minutes}M`;
}

function nutritionOf(nutrition: Nutrition): Record<string, string> {
  const values = Object.entries(nutritionProperties).flatMap(([field, [property, unit]]) => {
    const value = nutrition[field as keyof Nutrition];
    return value === undefined ? [] : [[property, `${value} ${unit}`] as const];
  });
  return { '@type': 'NutritionInformation', ...Object.fromEntries(values) };
}
