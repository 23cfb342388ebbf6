import { demoRecipes } from '../../app/src/seed/recipes/index.ts';
import { call } from './client.ts';
import { drawPlate } from './plates.ts';
import { registerUser, type TestUser } from './users.ts';

/** An account that has some of everything, so that every page has something to show. */
export interface FurnishedAccount {
  readonly user: TestUser;
  readonly recipeId: string;
  /** A recipe with a long title, and words without an end. */
  readonly longRecipeId: string;
  readonly collectionId: string;
  readonly shoppingListId: string;
  /** Path of a recipe that is shared by a link. */
  readonly sharedPath: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes one by the API: recipes, collections, a plan of this week, shopping lists, a share.
 * @param pictures so many of the newest recipes have one; each costs the server some work.
 */
export async function furnishedAccount(port: number, pictures = 2): Promise<FurnishedAccount> {
  const user = await registerUser(port);
  const send = async (method: string, path: string, body: unknown, type?: string) => {
    const headers = type ? { 'content-type': type } : {};
    const answer = await call({ port, method, path, body, headers, token: user.token });
    if (answer.status >= 300) {
      throw new Error(`${method} ${path} failed: ${answer.status} ${answer.text}`);
    }
    return answer.json;
  };
  const post = async (path: string, body: unknown): Promise<string> =>
    (await send('POST', path, body)).id;

  const endless = 'https://example.org/'.padEnd(300, 'slowly-');
  const longRecipeId = await post('/api/recipes', {
    title: `Slow-cooked beef stew with red wine, mushrooms and pearl onions, ${'m'.repeat(80)}`,
    description: endless,
    cuisine: 'c'.repeat(60),
    dishType: 'd'.repeat(60),
    tags: ['t'.repeat(50)],
    notes: endless,
    ingredients: [{ name: 'n'.repeat(100), quantity: 1, unit: 'kg' }],
    steps: [endless, 'Stew for 1 hour and 30 minutes.'],
    nutrition: { calories: 200, fatGrams: 12, saturatedFatGrams: 4, proteinGrams: 31 },
  });
  const recipeIds: string[] = [];
  for (const [at, recipe] of demoRecipes.entries()) {
    const id = await post('/api/recipes', recipe);
    recipeIds.push(id);
    if (at >= demoRecipes.length - pictures) {
      await send('PUT', `/api/recipes/${id}/image`, await drawPlate(at), 'image/jpeg');
    }
  }
  const recipe = (at: number) => recipeIds[at % recipeIds.length] ?? '';

  const collectionId = await post('/api/collections', {
    name: 'Weeknight suppers',
    description: 'On the table in an hour, with what there usually is at home.',
    recipeIds: recipeIds.slice(0, 5),
  });
  await post('/api/collections', { name: 'For friends', recipeIds: recipeIds.slice(4, 8) });
  await post('/api/collections', { name: 'To try' });

  const days = thisWeek();
  const mealPlanId = await post('/api/meal-plans', {
    startDate: days[0],
    endDate: days[6],
    slots: [
      ...days.slice(0, 6).map((date, at) => ({ date, meal: 'dinner', recipeId: recipe(at) })),
      { date: days[1], meal: 'lunch', note: 'Leftovers' },
      { date: days[5], meal: 'breakfast', recipeId: recipe(8), servings: 4 },
      { date: days[6], meal: 'lunch', recipeId: recipe(7) },
    ],
  });
  await post('/api/shopping-lists', {
    name: 'Party',
    items: [{ name: 'balloons' }, { name: 'lemonade', quantity: 6, unit: 'bottles' }],
  });
  const shoppingListId = await post('/api/shopping-lists', {
    name: 'This week',
    fromMealPlan: mealPlanId,
    items: [
      { name: 'kitchen paper' },
      { name: 'milk', quantity: 2, unit: 'l', checked: true },
      { name: 'coffee', quantity: 500, unit: 'g', checked: true },
    ],
  });
  const { url } = await send('POST', '/api/shares', { kind: 'recipe', id: recipe(8) });
  return { user, recipeId: recipe(8), longRecipeId, collectionId, shoppingListId, sharedPath: url };
}

/** The days from Monday to Sunday, such as `2026-11-23`. */
function thisWeek(): string[] {
  const today = new Date();
  const sinceMonday = (today.getDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, at) =>
    new Date(today.getTime() + (at - sinceMonday) * dayMs).toISOString().slice(0, 10),
  );
}
