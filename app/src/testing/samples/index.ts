import { authSamples } from './auth.ts';
import { imageSamples } from './images.ts';
import {
  calendarSamples,
  collectionSamples,
  mealPlanSamples,
  shareSamples,
  shoppingListSamples,
} from './planning.ts';
import { recipeSamples } from './recipes.ts';
import type { Samples } from './sample.ts';
import { transferSamples } from './transfer.ts';

/**
 * A valid request for every operation of the API. Whoever adds an endpoint adds one here; the checks
 * that walk every operation then take it along.
 */
export const samples: Samples = {
  ...authSamples,
  ...recipeSamples,
  ...imageSamples,
  ...collectionSamples,
  ...mealPlanSamples,
  ...shoppingListSamples,
  ...shareSamples,
  ...calendarSamples,
  ...transferSamples,
};
