import type { Day, Period } from '../week/week.ts';
import type { Plan, RecipeCard, Slot } from './plan.ts';

/** One meal that is put, taken away, or (with both) becomes another. */
export interface Step {
  readonly from?: Slot;
  readonly to?: Slot;
}

/** Something done to the plan as a whole, such as copying a week. */
export interface Change {
  /** A UUID, for `Idempotency-Key`. */
  readonly id: string;
  readonly steps: readonly Step[];
  /** The recipes that it puts, to show them before the server does. */
  readonly recipes: readonly RecipeCard[];
}

/** Plans after a change. */
interface Outcome {
  readonly plans: readonly Plan[];
  /** False when a meal is not there that the change is about: then nothing is changed. */
  readonly fits: boolean;
}

/** Begins the id of a plan that is still to be made. */
const draftPrefix = 'draft:';

export function isDraft({ id }: Pick<Plan, 'id'>): boolean {
  return id.startsWith(draftPrefix);
}

export function changeOf(steps: readonly Step[], recipes: readonly RecipeCard[] = []): Change {
  return { id: crypto.randomUUID(), steps, recipes };
}

/** What takes a change back. */
export function inverseOf({ steps, recipes }: Change): Change {
  const back = steps.map(({ from, to }) => ({
    ...(to && { from: to }),
    ...(from && { to: from }),
  }));
  return changeOf(back, recipes);
}

/**
 * Makes a change to plans. A meal that becomes another stays in its place where its plan has the new day, too.
 * Others go to the shortest plan that has their day; where there is none, one is begun for the week.
 * @param weekOf the first and last day of the week that a day is in.
 */
export function changed(
  plans: readonly Plan[],
  { steps, recipes }: Change,
  weekOf: (day: Day) => Period,
): Outcome {
  const drafts = plans.map((plan) => ({ ...plan, slots: [...plan.slots] }));

  const put = (slot: Slot) => {
    const covering = drafts.filter((draft) => covers(draft, slot.date));
    const [shortest] = covering.toSorted((a, b) => length(a) - length(b));
    const draft = shortest ?? begun(weekOf(slot.date));
    if (!shortest) drafts.push(draft);
    draft.slots.push(slot);
  };

  for (const { from, to } of steps) {
    if (from) {
      const draft = drafts.find(({ slots }) => placeOf(slots, from) >= 0);
      if (!draft) return { plans, fits: false };
      const stays = to !== undefined && covers(draft, to.date);
      draft.slots.splice(placeOf(draft.slots, from), 1, ...(stays ? [to] : []));
      if (stays) continue;
    }
    if (to) put(to);
  }
  return { plans: drafts.map((draft) => withRecipes(draft, recipes)), fits: true };
}

/** Whether two meals are the same, as far as anybody can see. */
function sameSlot(a: Slot, b: Slot): boolean {
  return (
    a.date === b.date &&
    a.meal === b.meal &&
    a.recipeId === b.recipeId &&
    a.servings === b.servings &&
    a.note === b.note
  );
}

function placeOf(slots: readonly Slot[], wanted: Slot): number {
  return slots.findIndex((slot) => sameSlot(slot, wanted));
}

function covers({ startDate, endDate }: Period, day: Day): boolean {
  return startDate <= day && day <= endDate;
}

function length({ startDate, endDate }: Period): number {
  return Date.parse(endDate) - Date.parse(startDate);
}

function begun(period: Period): Plan {
  const id = draftPrefix + period.startDate;
  return { id, version: 0, createdAt: '', updatedAt: '', ...period, slots: [], recipes: [] };
}

function withRecipes(plan: Plan, recipes: readonly RecipeCard[]): Plan {
  const known = new Set(plan.recipes.map(({ id }) => id));
  const wanted = new Set(plan.slots.map(({ recipeId }) => recipeId));
  const added = recipes.filter(({ id }) => wanted.has(id) && !known.has(id));
  return { ...plan, recipes: [...plan.recipes, ...added] };
}
