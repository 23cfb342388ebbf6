import { demoRecipes } from '../seed/recipes/index.ts';
import type { SignedInHeaders, TestApp } from './app.ts';
import { onePixel } from './one-pixel.ts';

const wholeRecipe = {
  title: 'Everything',
  ingredients: ['Dough:', '1-2 cups flour, sifted', { name: 'salt' }],
  nutrition: { calories: 200.5 },
  rating: 4,
  difficulty: 'hard',
  notes: 'Line\nand line.',
  sourceUrl: 'https://example.com/x',
};

/** Signs up somebody who has some of everything. */
export async function signUpRich(app: TestApp, email: string): Promise<SignedInHeaders> {
  const user = await app.signUp(email);
  const add = async (path: string, body: object): Promise<string> => {
    const made = await app.request.post(path).set(user).send(body).expect(201);
    return made.body.id;
  };
  await app.request.patch('/api/auth/me').set(user).send({ name: 'Ada the Cook' }).expect(200);
  const ids: string[] = [];
  for (const recipe of [...demoRecipes, wholeRecipe]) ids.push(await add('/api/recipes', recipe));
  const [first, second, third] = ids;
  await app.request
    .put(`/api/recipes/${second}/image`)
    .set({ ...user, 'Content-Type': 'image/png' })
    .send(onePixel)
    .expect(200);
  await add('/api/collections', {
    name: 'Best',
    description: 'In this order',
    recipeIds: [third, first, second],
  });
  await add('/api/collections', { name: 'Empty' });
  const [monday, tuesday] = ['2026-03-02', '2026-03-03'];
  const plan = await add('/api/meal-plans', {
    name: 'Week',
    startDate: monday,
    endDate: tuesday,
    slots: [
      { date: monday, meal: 'dinner', recipeId: first, servings: 3 },
      { date: tuesday, meal: 'lunch', note: 'Leftovers' },
      { date: tuesday, meal: 'dinner', recipeId: second, note: 'Double it' },
    ],
  });
  await add('/api/shopping-lists', { name: 'Old', items: [{ name: 'tea', checked: true }] });
  const list = await add('/api/shopping-lists', { name: 'Today', fromMealPlan: plan });
  const items = [{ name: 'bread', quantity: 2, note: 'rye', checked: true }];
  await app.request.post(`/api/shopping-lists/${list}/items`).set(user).send({ items }).expect(200);
  return user;
}

interface Node {
  readonly '@id': string;
  readonly [property: string]: unknown;
}

/** The file of everything that a user has. */
export async function exported(app: TestApp, user: SignedInHeaders) {
  const { body } = await app.request.get('/api/export').set(user).expect(200);
  return body as { '@context': object; '@graph': Node[] };
}

/** The things of a file in one order and without ids: recipes are known by their titles. */
export function comparable({ '@graph': graph }: { readonly '@graph': readonly Node[] }): object[] {
  const titles = new Map(graph.map((node) => [node['@id'], `recipe ${String(node['name'])}`]));
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return titles.get(value) ?? value;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'dateModified')
        .map(([name, inner]) => {
          // It is checked by making it anew, which changes some bytes.
          const known = name === 'contentUrl' ? 'a picture' : plain(inner);
          // The recipes of an item have no order.
          return [
            name,
            name === 'recipes' && 'aisle' in value ? (known as string[]).sort() : known,
          ];
        }),
    );
  };
  const texts = graph.map((node) => JSON.stringify(plain(node)));
  return texts.sort().map((text) => JSON.parse(text) as object);
}
