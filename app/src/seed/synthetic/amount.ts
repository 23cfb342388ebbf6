import { maxRecipes } from '../../recipes/service.ts';
import type { Amount } from './generate.ts';

interface AmountText {
  readonly users?: string | undefined;
  readonly recipes?: string | undefined;
  readonly seed?: string | undefined;
}

const standard = { users: 1000, recipes: 100_000, seed: 1 } as const;

/**
 * How much shall be made, from the options of the command line.
 * @returns `undefined` when nothing is asked for, a sentence when it cannot be.
 */
export function readAmount(text: AmountText): Amount | string | undefined {
  if (Object.values(text).every((value) => value === undefined)) return undefined;
  const users = numberOf(text.users, standard.users);
  const recipes = numberOf(text.recipes, standard.recipes);
  const seed = numberOf(text.seed, standard.seed);
  if (users === undefined || recipes === undefined || seed === undefined || users === 0) {
    return 'USERS, RECIPES and SEED must be whole numbers, and USERS at least 1.';
  }
  if (recipes > users * maxRecipes) {
    return `${users} users can have ${users * maxRecipes} recipes at most: ${maxRecipes} each.`;
  }
  return { users, recipes, seed };
}

function numberOf(text: string | undefined, standardNumber: number): number | undefined {
  if (text === undefined) return standardNumber;
  return /^\d{1,8}$/.test(text) ? Number(text) : undefined;
}
