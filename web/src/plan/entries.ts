import type { Plan, RecipeCard, Slot } from './changes/plan.ts';
import type { Day } from './week/week.ts';

/** One meal as the page shows it. */
export interface Entry {
  /** Stays the same while the meal moves within its plan and while the plan is made, so that the focus follows it. */
  readonly id: string;
  readonly slot: Slot;
  /** Absent for a note. */
  readonly recipe: RecipeCard | undefined;
}

/** The meals of all plans on some days, in the order in which they were planned. */
export function entriesOf(plans: readonly Plan[], days: readonly Day[]): Entry[] {
  const inOrder = plans.toSorted(
    (a, b) =>
      a.startDate.localeCompare(b.startDate) ||
      a.endDate.localeCompare(b.endDate) ||
      a.id.localeCompare(b.id),
  );
  return inOrder.flatMap((plan, number) => {
    const key = `${plan.startDate} ${plan.endDate} ${number}`;
    const recipes = new Map(plan.recipes.map((recipe) => [recipe.id, recipe]));
    return plan.slots.flatMap((slot, at) => {
      if (!days.includes(slot.date)) return [];
      return { id: `${key} ${at}`, slot, recipe: recipes.get(slot.recipeId ?? '') };
    });
  });
}

/** What a meal is called: its recipe's title, or the note. */
export function titleOf({ slot, recipe }: Pick<Entry, 'slot' | 'recipe'>): string {
  return recipe?.title ?? slot.note ?? '';
}

/** How many a meal is for: as planned, else as its recipe says. */
export function servingsOf({ slot, recipe }: Pick<Entry, 'slot' | 'recipe'>): number | undefined {
  return slot.servings ?? recipe?.servings;
}
