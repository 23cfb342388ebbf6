import { z } from 'zod';
import { arrivalOf } from '../transfer/arrivals.ts';
import { checked } from '../transfer/checked.ts';
import { recipeReference, recipeUrn, urn } from '../transfer/identity.ts';
import type { TransferredResource } from '../transfer/resource.ts';
import type { HereRecipe } from '../transfer/restoring.ts';
import { type MealPlan, mealPlanInput } from './schemas.ts';
import type { MealPlanService } from './service.ts';
import type { StoredPlan } from './shown.ts';

const property = 'recipeBook:mealPlan';

/** The slots of a plan in a file point to recipes by their `@id`. */
const writtenSlot = z.looseObject({
  recipeId: z.never().optional(),
  recipe: recipeReference.optional(),
});
const written = z.looseObject({ slots: z.array(writtenSlot).max(1500).default([]) });
type WrittenSlot = z.output<typeof writtenSlot>;

/** Meal plans in the file of everything that a user has. */
export function transferredMealPlans(plans: MealPlanService): TransferredResource {
  return {
    name: 'mealPlans',
    property,
    refers: true,
    async *export(owner) {
      for await (const plan of plans.all(owner)) yield nodeOf(plan);
    },
    async restore(nodes, restoring) {
      const read = nodes.flatMap((node) => {
        const plan = checked(written, node, node[property], restoring);
        return plan
          ? [{ node, plan, names: plan.slots.flatMap(({ recipe }) => recipe ?? []) }]
          : [];
      });
      const here = await restoring.resolve(read.flatMap(({ names }) => names));
      const titles = new Map([...here.values()].map(({ id, title }) => [id, title]));
      const arrivals = read.flatMap(({ node, plan, names }) => {
        const whole = { ...plan, slots: plan.slots.map((slot) => slotHere(slot, here)) };
        const input = checked(mealPlanInput, node, whole, restoring);
        if (!input) return [];
        const missing = names.filter((name) => !here.has(name)).length;
        if (missing > 0) restoring.tell(node, `Recipes of it that are not there: ${missing}.`);
        const slots = input.slots.map((slot) => {
          const title = titles.get(slot.recipeId ?? '');
          return { ...slot, ...(title !== undefined && { title }) };
        });
        return [arrivalOf<StoredPlan>(node, { ...input, slots })];
      });
      return plans.restore(arrivals, restoring);
    },
  };
}

/** A meal whose recipe is not there becomes a note, as when a recipe is deleted. */
function slotHere({ recipe, ...slot }: WrittenSlot, here: ReadonlyMap<string, HereRecipe>): object {
  if (recipe === undefined) return slot;
  const found = here.get(recipe);
  if (found) return { ...slot, recipeId: found.id };
  const { servings, ...rest } = slot;
  return { note: 'A recipe that is not there', ...rest };
}

/** schema.org has no word for a plan of meals; its name and period it has. */
function nodeOf({ id, name, startDate, endDate, slots, createdAt, updatedAt }: MealPlan) {
  const writtenSlots = slots.map(({ recipeId, ...slot }) => {
    return { ...slot, ...(recipeId !== undefined && { recipe: recipeUrn(recipeId) }) };
  });
  return {
    '@id': urn('meal-plan', id),
    '@type': ['CreativeWork', 'recipeBook:MealPlan'],
    name,
    temporalCoverage: `${startDate}/${endDate}`,
    dateCreated: createdAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    [property]: { name, startDate, endDate, slots: writtenSlots },
  };
}
