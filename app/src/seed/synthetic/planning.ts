import { dayAt } from '../../meal-plans/dates.ts';
import { mealPlanInput } from '../../meal-plans/schemas.ts';
import type { Planning } from '../../planning/planning.ts';
import type { Random } from './random.ts';
import { additions, mains, qualities } from './words.ts';

const meals = ['dinner', 'lunch', 'breakfast'] as const;
const firstMonday = Date.UTC(2025, 0, 6);

/** Collections, meal plans, shopping lists and shares of one user, the more the more recipes there are. */
export async function addPlanning(
  planning: Planning,
  owner: string,
  recipeIds: readonly string[],
  random: Random,
): Promise<void> {
  if (recipeIds.length === 0) return;
  const scale = Math.ceil(Math.log2(recipeIds.length + 1));
  const times = (least: number, most: number) => Array(random.between(least, most)).keys();
  for (const at of times(1, scale)) {
    const name = `${random.pick(qualities)} ${random.pick(mains)} ${at + 1}`;
    const chosen = random.some(recipeIds, random.between(1, 30));
    await planning.collections.create(owner, { name, recipeIds: chosen });
  }
  for (const week of times(1, 2 * scale)) {
    await planning.mealPlans.create(owner, weekPlan(week, recipeIds, random));
  }
  for (const at of times(1, 3)) {
    const fromRecipes = random
      .some(recipeIds, random.between(1, 3))
      .map((recipeId) => ({ recipeId }));
    const items = [{ name: random.pick(additions), checked: true, recipeIds: [] }];
    const list = { name: `Week ${at + 1}`, isActive: true, items, fromRecipes };
    await planning.shoppingLists.create(owner, list);
  }
  for (const id of random.some(recipeIds, random.between(0, 2))) {
    await planning.shares.create(owner, { kind: 'recipe', id });
  }
}

/** Plans of consecutive weeks. */
function weekPlan(week: number, recipeIds: readonly string[], random: Random) {
  const slots = Array.from({ length: random.between(3, 10) }, () => ({
    date: dayAt(firstMonday, 7 * week + random.between(0, 6)),
    meal: random.pick(meals),
    recipeId: random.pick(recipeIds),
    servings: random.between(1, 6),
  }));
  return mealPlanInput.parse({
    name: `Week ${week + 1}`,
    startDate: dayAt(firstMonday, 7 * week),
    endDate: dayAt(firstMonday, 7 * week + 6),
    slots,
  });
}
