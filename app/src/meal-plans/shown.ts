import type { Stored } from '../planning/owned-store.ts';
import type { MealPlan, MealPlanInput, MealSlot } from './schemas.ts';

/** A slot as stored: with the title that its recipe had when the slot was written. */
type StoredSlot = MealSlot & { readonly title?: string };

/** A meal plan as stored. */
export type StoredPlan = Omit<MealPlanInput, 'slots'> & { readonly slots: StoredSlot[] };

/**
 * A plan as its owner sees it.
 * @param titles of the recipes that there are; those of others may be among them.
 */
export function shownPlan(
  plan: StoredPlan & Stored,
  titles: ReadonlyMap<string, string>,
): MealPlan {
  const slots = plan.slots.map((slot) => shownSlot(slot, titles));
  const ids = new Set(slots.flatMap(({ recipeId }) => recipeId ?? []));
  const recipes = [...ids].map((id) => ({ id, title: titles.get(id) ?? '' }));
  return { ...plan, slots, recipes };
}

/** What was planned stays to be read when its recipe is deleted. */
function shownSlot({ title, ...slot }: StoredSlot, titles: ReadonlyMap<string, string>): MealSlot {
  if (slot.recipeId === undefined || titles.has(slot.recipeId)) return slot;
  const { recipeId: _, servings: __, ...rest } = slot;
  return { ...rest, note: slot.note ?? title ?? 'A recipe that was deleted' };
}
