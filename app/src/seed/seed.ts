import { recipeInput } from '../recipes/schemas.ts';
import type { Services } from '../services.ts';
import { demoRecipes } from './recipes/index.ts';

/** The password is public on purpose: the account is for trying the app out. */
export const demoAccount = {
  email: 'demo@example.com',
  password: 'recipe-book-demo',
  name: 'Demo Cook',
} as const;

/**
 * Makes the demo account and its recipes, unless the account is there.
 * @param onlyIfEmpty does nothing either when there is any other user.
 * @returns a sentence that says what was done.
 */
export async function seed(services: Services, onlyIfEmpty: boolean): Promise<string> {
  if (onlyIfEmpty && (await services.users.any())) {
    return 'The database has users, so nothing was added.';
  }
  const account = await services.users.register(demoAccount);
  if (!account) return 'The demo account is already there, so nothing was added.';
  for (const recipe of demoRecipes) {
    await services.recipes.create(account.user.id, recipeInput.parse(recipe));
  }
  return `Added the demo account with ${demoRecipes.length} recipes.`;
}
