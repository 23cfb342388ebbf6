import { z } from 'zod';
import { objectId } from '../../database/object-id.ts';
import { invalidInput } from '../../http/problem.ts';
import type { MealPlanService } from '../../meal-plans/service.ts';
import type { RecipeSource } from '../../planning/recipe-source.ts';
import { servings } from '../../planning/schema-parts.ts';
import { itemInput } from '../item-schemas.ts';
import { type Need, needOf, needsOf } from './need.ts';

/** Where the items of a list can come from. */
export const sourceShape = {
  items: z.array(itemInput).max(500).optional(),
  fromRecipes: z
    .array(z.strictObject({ recipeId: objectId, servings: servings.optional() }))
    .max(200)
    .optional(),
  fromMealPlan: objectId.optional().meta({ description: 'Id of a meal plan' }),
};

const sources = z.object(sourceShape);
export type Sources = z.output<typeof sources>;

/** A recipe to buy for. */
interface Wanted {
  readonly path: string;
  readonly recipeId: string;
  readonly servings?: number | undefined;
}

/** Finds out what to buy. */
export class NeedFinder {
  readonly #recipes: RecipeSource;
  readonly #plans: MealPlanService;

  constructor(recipes: RecipeSource, plans: MealPlanService) {
    this.#recipes = recipes;
    this.#plans = plans;
  }

  /** @throws HttpProblem (400) when the owner has no such recipe or meal plan. */
  async needs(owner: string, { items = [], fromRecipes = [], fromMealPlan }: Sources) {
    const wanted: Wanted[] = [
      ...fromRecipes.map((one, index) => ({ path: `fromRecipes.${index}.recipeId`, ...one })),
      ...(fromMealPlan === undefined ? [] : await this.#wantedByPlan(owner, fromMealPlan)),
    ];
    const written = (await this.ownRecipesOnly(owner, items)).map(needOf);
    return [...written, ...(await this.#needsOfAll(owner, wanted))];
  }

  /** Items without the recipes that their owner does not have. */
  async ownRecipesOnly<T extends { readonly recipeIds: readonly string[] }>(
    owner: string,
    items: readonly T[],
  ): Promise<(T & { recipeIds: string[] })[]> {
    const titles = await this.#recipes.titles(
      owner,
      items.flatMap(({ recipeIds }) => recipeIds),
    );
    return items.map((item) => ({
      ...item,
      recipeIds: item.recipeIds.filter((id) => titles.has(id)),
    }));
  }

  async #wantedByPlan(owner: string, id: string): Promise<Wanted[]> {
    const plan = await this.#plans.find(owner, id);
    const path = 'fromMealPlan';
    if (!plan) throw invalidInput([{ path, message: 'You have no meal plan with this id.' }]);
    return plan.slots.flatMap(({ recipeId, servings }) =>
      recipeId === undefined ? [] : [{ path, recipeId, servings }],
    );
  }

  async #needsOfAll(owner: string, wanted: readonly Wanted[]): Promise<Need[]> {
    const recipes = await this.#recipes.recipes(
      owner,
      wanted.map(({ recipeId }) => recipeId),
    );
    const missing = wanted.filter(({ recipeId }) => !recipes.has(recipeId));
    if (missing.length > 0) {
      const message = 'You have no recipe with this id.';
      throw invalidInput(missing.map(({ path }) => ({ path, message })));
    }
    return wanted.flatMap(({ recipeId, servings }) => {
      const recipe = recipes.get(recipeId);
      return recipe ? needsOf(recipe, servings) : [];
    });
  }
}
