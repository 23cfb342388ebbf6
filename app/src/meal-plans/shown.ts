import type { Stored } from '../planning/owned-store.ts';
import type { RecipeCard } from '../planning/schema-parts.ts';
import type { MealPlan, MealPlanInput, MealSlot } from './schemas.ts';

/** A slot as stored: with the title that its recipe had when the slot was written. */
type StoredSlot = MealSlot & { readonly title?: string };

/** A meal plan as stored. */
export type StoredPlan = Omit<MealPlanInput, 'slots'> & { readonly slots: StoredSlot[] };

/**
 * A plan as its owner sees it.
 * @param cards of the recipes that there are; those of others may be among them.
 */
export function shownPlan(
  plan: StoredPlan & Stored,
  cards: ReadonlyMap<string, RecipeCard>,
): MealPlan {
  const slots = plan.slots.map((slot) => shownSlot(slot, cards));
  const ids = new Set(slots.flatMap(({ recipeId }) => recipeId ?? []));
  const recipes = [...ids].flatMap((id) => cards.get(id) ?? []);
  return { ...plan, slots, recipes };
}

/** What was planned stays to be read when its recipe is deleted. */
function shownSlot(
  { title, ...slot }: StoredSlot,
  cards: ReadonlyMap<string, RecipeCard>,
): MealSlot {
  if (slot.recipeId === undefined || cards.has(slot.recipeId)) return slot;
  const { recipeId: _, servings: __, ...rest } = slot;
  return { ...rest, note: slot.note ?? title ?? 'A recipe that was deleted' };
}
