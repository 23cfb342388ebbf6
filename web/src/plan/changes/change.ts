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
  /** The change that it takes back, step by step. */
  readonly undoes?: Change;
}

/** What one side of a step, counted from 0, does: it takes its meal away, or puts it. */
interface Half {
  readonly step: number;
  readonly side: keyof Step;
  readonly slot: Slot;
}

/** What a change does to one plan. */
export interface Part {
  /** As it is to be, in the version that is changed. */
  readonly plan: Plan;
  readonly halves: readonly Half[];
}

/** Plans after a change. */
interface Outcome {
  readonly plans: readonly Plan[];
  /** Those of the plans that the change is about. */
  readonly parts: readonly Part[];
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
export function inverseOf(change: Change): Change {
  const back = change.steps.map(({ from, to }) => ({
    ...(to && { from: to }),
    ...(from && { to: from }),
  }));
  return { ...changeOf(back, change.recipes), undoes: change };
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
  const halves: (Half & { plan: string })[] = [];

  const put = (slot: Slot) => {
    const covering = drafts.filter((draft) => covers(draft, slot.date));
    const [shortest] = covering.toSorted((a, b) => length(a) - length(b));
    const draft = shortest ?? begun(weekOf(slot.date));
    if (!shortest) drafts.push(draft);
    draft.slots.push(slot);
    return draft;
  };

  for (const [step, { from, to }] of steps.entries()) {
    let stays = false;
    if (from) {
      const draft = drafts.find(({ slots }) => placeOf(slots, from) >= 0);
      if (!draft) return { plans, parts: [], fits: false };
      stays = to !== undefined && covers(draft, to.date);
      draft.slots.splice(placeOf(draft.slots, from), 1, ...(stays && to ? [to] : []));
      halves.push({ step, side: 'from', slot: from, plan: draft.id });
      if (stays && to) halves.push({ step, side: 'to', slot: to, plan: draft.id });
    }
    if (to && !stays) halves.push({ step, side: 'to', slot: to, plan: put(to).id });
  }
  const after = drafts.map((draft) => withRecipes(draft, recipes));
  const parts = after
    .map((plan) => ({ plan, halves: halves.filter((half) => half.plan === plan.id) }))
    .filter((part) => part.halves.length > 0);
  return { plans: after, parts, fits: true };
}

/** Whether a plan, as it is now, has what its part of a change was to make of it. */
export function hasPart({ slots }: Plan, { plan, halves }: Part): boolean {
  const surplus = (slot: Slot) => countOf(slots, slot) - countOf(plan.slots, slot);
  return halves.every(({ side, slot }) =>
    side === 'to' ? surplus(slot) >= 0 : surplus(slot) <= 0,
  );
}

function countOf(slots: readonly Slot[], wanted: Slot): number {
  return slots.filter((slot) => sameSlot(slot, wanted)).length;
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
