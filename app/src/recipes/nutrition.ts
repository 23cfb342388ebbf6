import { z } from 'zod';

const amount = z.number().min(0).max(100_000).optional();

/** What one serving holds. */
export const nutrition = z
  .strictObject({
    calories: amount.meta({ description: 'kcal' }),
    fatGrams: amount,
    saturatedFatGrams: amount,
    carbohydrateGrams: amount,
    sugarGrams: amount,
    fiberGrams: amount,
    proteinGrams: amount,
    cholesterolMilligrams: amount,
    sodiumMilligrams: amount,
  })
  .meta({ id: 'Nutrition', description: 'What one serving holds' });

export type Nutrition = z.output<typeof nutrition>;
