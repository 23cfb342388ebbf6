import type { MealPlan, MealSlot } from '@recipe-book/app/schemas/meal-plans';
import type { Sent } from '../../api/sent.ts';

/** A meal plan as the API sends it. Several may touch a week; the page shows the meals of all. */
export type Plan = Sent<MealPlan>;

/** A meal of a plan: a recipe or a note, on a day. */
export type Slot = MealSlot;

/** A recipe as plans show it. */
export type RecipeCard = Plan['recipes'][number];
