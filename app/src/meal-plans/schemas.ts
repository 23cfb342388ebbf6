import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { pageQuery } from '../http/pagination.ts';
import { recipeCard, servings, storedShape, text } from '../planning/schema-parts.ts';
import { day } from './dates.ts';
import { checkPeriod, checkPlan } from './rules.ts';

const slot = z
  .strictObject({
    date: day,
    meal: text(40).meta({
      description: 'breakfast, lunch, dinner, snack or any other name',
      example: 'dinner',
    }),
    recipeId: objectId.optional(),
    servings: servings.optional(),
    note: text(500).optional().meta({ example: 'Leftovers' }),
  })
  .refine(({ recipeId, note }) => recipeId !== undefined || note !== undefined, {
    message: 'needs a recipeId or a note',
  })
  .refine(({ recipeId, servings }) => recipeId !== undefined || servings === undefined, {
    message: 'go with a recipe only',
    path: ['servings'],
  })
  .meta({ id: 'MealSlot' });

const name = text(200).meta({ example: 'First week of March' });
const slots = z.array(slot).max(1500);
const period = { startDate: day, endDate: day };

/** A whole meal plan, for POST and PUT. */
export const mealPlanInput = z
  .strictObject({ name: name.optional(), ...period, slots: slots.default([]) })
  .superRefine(checkPlan)
  .meta({ id: 'MealPlanInput' });

/** Changes to a meal plan, for PATCH: what is absent stays, and `null` takes the name away. */
export const mealPlanChanges = z
  .strictObject({
    name: name.nullable().optional(),
    startDate: day.optional(),
    endDate: day.optional(),
    slots: slots.optional(),
  })
  .meta({ id: 'MealPlanChanges' });

/** A meal plan in a list: without its slots. */
export const mealPlanSummary = z
  .object({ name: name.optional(), ...period, ...storedShape })
  .meta({ id: 'MealPlanSummary' });

export const mealPlan = mealPlanSummary
  .extend({
    slots: slots.meta({ description: 'A recipe that was deleted has become a note' }),
    recipes: z.array(recipeCard).meta({ description: 'The recipes in the slots' }),
  })
  .meta({ id: 'MealPlan' });

/** `?from=2026-03-01&to=2026-03-31`: plans that have a day between these, both counted. */
export const mealPlanQuery = pageQuery
  .extend({ from: day.optional(), to: day.optional() })
  .superRefine(({ from, to }, context) => checkPeriod(from, to, 'to', 'from', context));

export type MealSlot = z.output<typeof slot>;
export type MealPlanInput = z.output<typeof mealPlanInput>;
export type MealPlanChanges = z.output<typeof mealPlanChanges>;
export type MealPlan = z.output<typeof mealPlan>;
export type MealPlanSummary = z.output<typeof mealPlanSummary>;
export type MealPlanQuery = z.output<typeof mealPlanQuery>;
