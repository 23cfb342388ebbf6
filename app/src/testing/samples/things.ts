import { randomBytes, randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import { z } from 'zod';
import { asEnvoyPassesOn, type SignedInHeaders, type TestApp } from '../app.ts';
import { onePixel } from '../one-pixel.ts';
import { cookieOf } from '../refresh-cookie.ts';

/** What a user has, by what names it in requests. */
export interface Things {
  readonly recipeId: string;
  /** Of the picture of that recipe. */
  readonly imageKey: string;
  readonly collectionId: string;
  readonly mealPlanId: string;
  readonly shoppingListId: string;
  readonly itemId: string;
  readonly shareId: string;
  readonly shareToken: string;
  readonly calendarToken: string;
  /** The refresh token, as a browser sends it. */
  readonly cookie: string;
  readonly email: string;
  readonly resetToken: string;
}

/** Somebody who has some of everything. */
export interface Owner {
  readonly id: string;
  readonly headers: SignedInHeaders;
  readonly things: Things;
}

/** Of every user in these tests, also after it was changed. */
export const password = 'correct horse';

const made = z.object({ id: z.string() });
const day = '2026-03-02';

/**
 * Registers a user and makes some of everything.
 * @param name stands in every text of the user, so that it shows whose it is.
 * @param count how many of each.
 */
export async function makeOwner(app: TestApp, name: string, count = 1): Promise<Owner> {
  const email = `${randomUUID()}@example.com`;
  const session = await app.request
    .post('/api/auth/register')
    .send({ email, password, name })
    .expect(201);
  const headers = asEnvoyPassesOn(String(session.body.accessToken));

  async function add(path: string, body: object): Promise<Record<string, unknown>> {
    return (await app.request.post(path).set(headers).send(body).expect(201)).body;
  }
  async function times(path: string, body: () => object): Promise<string[]> {
    const ids: string[] = [];
    // One after the other: of the shopping lists, the last is the active one.
    while (ids.length < count) ids.push(made.parse(await add(path, body())).id);
    return ids;
  }

  const recipeIds = await times('/api/recipes', () => recipeOf(name));
  const recipeId = recipeIds[0] ?? '';
  const pictured = await app.request
    .put(`/api/recipes/${recipeId}/image`)
    .set({ ...headers, 'Content-Type': 'image/png' })
    .send(onePixel)
    .expect(200);
  const slots = recipeIds.map((id) => ({ date: day, meal: 'dinner', recipeId: id }));
  const collections = await times('/api/collections', () => ({ name, recipeIds }));
  const plans = await times('/api/meal-plans', () => ({
    name,
    startDate: day,
    endDate: day,
    slots,
  }));
  const lists = await times('/api/shopping-lists', () => ({ name, fromMealPlan: plans[0] }));
  const shoppingListId = lists[0] ?? '';
  const list = await app.request
    .get(`/api/shopping-lists/${shoppingListId}`)
    .set(headers)
    .expect(200);
  const share = await add('/api/shares', { kind: 'recipe', id: recipeId });
  await times('/api/shares', () => ({ kind: 'shopping-list', id: shoppingListId }));
  const calendar = await add('/api/calendar', {});
  return {
    id: String(session.body.user.id),
    headers,
    things: {
      recipeId,
      imageKey: String(pictured.body.image.key),
      collectionId: collections[0] ?? '',
      mealPlanId: plans[0] ?? '',
      shoppingListId,
      itemId: String(list.body.items[0].id),
      shareId: String(share['id']),
      shareToken: String(share['token']),
      calendarToken: String(calendar['token']),
      cookie: cookieOf(session).Cookie,
      email,
      resetToken: (await app.services.passwordResets.begin(email)) ?? '',
    },
  };
}

/** Things that nobody has. */
export function absentThings(): Things {
  const id = () => new Types.ObjectId().toHexString();
  const token = () => randomBytes(32).toString('base64url');
  return {
    recipeId: id(),
    imageKey: token(),
    collectionId: id(),
    mealPlanId: id(),
    shoppingListId: id(),
    itemId: randomUUID(),
    shareId: id(),
    shareToken: token(),
    calendarToken: token(),
    cookie: `recipe_book_refresh=${randomBytes(48).toString('base64url')}`,
    email: `${randomUUID()}@example.com`,
    resetToken: token(),
  };
}

function recipeOf(name: string): object {
  return {
    title: `Soup of ${name}`,
    ingredients: ['1 onion', '2 l water'],
    steps: ['Cook.'],
    servings: 4,
    cookMinutes: 20,
    tags: ['winter'],
    cuisine: 'French',
    dishType: 'soup',
    rating: 3,
  };
}
