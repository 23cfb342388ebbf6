import { randomUUID } from 'node:crypto';
import type { Samples } from './sample.ts';
import type { Things } from './things.ts';

const day = '2026-03-02';
const period = { startDate: day, endDate: day };

const collection = ({ collectionId: id }: Things) => ({ params: { id } });
const plan = ({ mealPlanId: id }: Things) => ({ params: { id } });
const list = ({ shoppingListId: id }: Things) => ({ params: { id } });
const item = ({ shoppingListId: id, itemId }: Things) => ({ params: { id, itemId } });
const slots = ({ recipeId }: Things) => [{ date: day, meal: 'lunch', recipeId, servings: 2 }];

/** Of every kind, what a list can be made from. */
function sources({ recipeId, mealPlanId }: Things) {
  return {
    items: [{ name: 'milk', recipeIds: [recipeId] }],
    fromRecipes: [{ recipeId, servings: 2 }],
    fromMealPlan: mealPlanId,
  };
}

export const collectionSamples: Samples = {
  'get /api/collections': {
    status: 200,
    request: () => ({}),
    variants: [{ query: { recipeId: 'f'.repeat(24) } }],
  },
  'post /api/collections': {
    status: 201,
    request: ({ recipeId }) => ({ body: { name: 'New', recipeIds: [recipeId] } }),
  },
  'get /api/collections/:id': { status: 200, request: collection },
  'put /api/collections/:id': {
    status: 200,
    request: (things) => ({
      ...collection(things),
      body: { name: 'Replaced', recipeIds: [things.recipeId] },
    }),
  },
  'patch /api/collections/:id': {
    status: 200,
    request: (things) => ({ ...collection(things), body: { recipeIds: [things.recipeId] } }),
  },
  'delete /api/collections/:id': { status: 204, request: collection },
};

export const mealPlanSamples: Samples = {
  'get /api/meal-plans': {
    status: 200,
    request: () => ({}),
    variants: [{ from: day }, { to: day }, { from: day, to: day }].map((query) => ({ query })),
  },
  'post /api/meal-plans': {
    status: 201,
    request: (things) => ({ body: { ...period, slots: slots(things) } }),
  },
  'get /api/meal-plans/:id': { status: 200, request: plan },
  'put /api/meal-plans/:id': {
    status: 200,
    request: (things) => ({ ...plan(things), body: { ...period, slots: slots(things) } }),
  },
  'patch /api/meal-plans/:id': {
    status: 200,
    request: (things) => ({ ...plan(things), body: { slots: slots(things) } }),
  },
  'delete /api/meal-plans/:id': { status: 204, request: plan },
};

export const shoppingListSamples: Samples = {
  'get /api/shopping-lists': {
    status: 200,
    request: () => ({}),
    variants: ['true', 'false'].map((isActive) => ({ query: { isActive } })),
  },
  'post /api/shopping-lists': {
    status: 201,
    request: (things) => ({ body: { name: 'New', ...sources(things) } }),
  },
  'get /api/shopping-lists/:id': { status: 200, request: list },
  'put /api/shopping-lists/:id': {
    status: 200,
    request: (things) => ({
      ...list(things),
      body: {
        name: 'Replaced',
        isActive: true,
        items: [{ id: things.itemId, name: 'milk', recipeIds: [things.recipeId] }],
      },
    }),
  },
  'patch /api/shopping-lists/:id': {
    status: 200,
    request: (things) => ({ ...list(things), body: { name: 'Renamed', isActive: true } }),
  },
  'delete /api/shopping-lists/:id': { status: 204, request: list },
  'post /api/shopping-lists/:id/items': {
    status: 200,
    request: (things) => ({ ...list(things), body: sources(things) }),
  },
  'patch /api/shopping-lists/:id/items/:itemId': {
    status: 200,
    request: (things) => ({ ...item(things), body: { checked: true } }),
  },
  'delete /api/shopping-lists/:id/items/:itemId': { status: 200, request: item },
  'post /api/shopping-lists/:id/sync': {
    status: 200,
    request: (things) => ({
      ...list(things),
      body: {
        changes: [
          {
            kind: 'add',
            itemId: randomUUID(),
            at: '2026-03-02T10:00:00Z',
            item: { name: 'milk', recipeIds: [things.recipeId] },
          },
          { kind: 'edit', itemId: things.itemId, at: '2026-03-02T10:00:00Z', fields: {} },
        ],
      },
    }),
  },
  'get /api/shopping-lists/:id/events': { status: 200, request: list },
};

export const shareSamples: Samples = {
  'get /api/shares': { status: 200, request: () => ({}) },
  'post /api/shares': {
    status: 201,
    request: ({ recipeId: id }) => ({ body: { kind: 'recipe', id } }),
  },
  'delete /api/shares/:id': { status: 204, request: ({ shareId: id }) => ({ params: { id } }) },
  'get /api/shared/:token': {
    status: 200,
    request: ({ shareToken: token }) => ({ params: { token } }),
  },
  'get /shared/:token': {
    status: 200,
    request: ({ shareToken: token }) => ({ params: { token } }),
  },
};

export const calendarSamples: Samples = {
  'get /api/calendar': { status: 200, request: () => ({}) },
  'post /api/calendar': { status: 201, request: () => ({}) },
  'delete /api/calendar': { status: 204, request: () => ({}) },
  'get /api/calendar/:token.ics': {
    status: 200,
    request: ({ calendarToken: token }) => ({ params: { token } }),
  },
};
