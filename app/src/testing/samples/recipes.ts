import type { SampleRequest, Samples } from './sample.ts';

const one = ({ recipeId }: { readonly recipeId: string }) => ({ params: { id: recipeId } });

const filters: readonly Record<string, string>[] = [
  {},
  { tag: 'winter' },
  { cuisine: 'french' },
  { dishType: 'soup' },
  { maxMinutes: '30' },
  { tag: 'winter', cuisine: 'french', maxMinutes: '30' },
];
const orders: readonly Record<string, string>[] = [
  {},
  ...['newest', 'title', 'time', 'rating'].map((sort) => ({ sort })),
];
const searches: readonly Record<string, string>[] = [
  { q: 'soup' },
  { q: 'soup', cuisine: 'french', maxMinutes: '30' },
  { q: 'suop', tag: 'winter' },
];

/** Every filter in every order, and searches with and without typing errors. */
const lists: readonly SampleRequest[] = [
  ...filters.flatMap((filter) => orders.map((order) => ({ query: { ...filter, ...order } }))),
  ...searches.map((query) => ({ query })),
];

export const recipeSamples: Samples = {
  'get /api/recipes': { status: 200, request: () => ({}), variants: lists },
  'get /api/recipes/labels': { status: 200, request: () => ({}) },
  'post /api/recipes': {
    status: 201,
    request: () => ({ body: { title: 'New', ingredients: ['1 egg'] } }),
  },
  'get /api/recipes/:id': {
    status: 200,
    request: (things) => ({ ...one(things), query: { servings: '2' } }),
  },
  'put /api/recipes/:id': {
    status: 200,
    request: (things) => ({ ...one(things), body: { title: 'Replaced' } }),
  },
  'patch /api/recipes/:id': {
    status: 200,
    request: (things) => ({ ...one(things), headers: { 'if-match': '*' }, body: { rating: 5 } }),
  },
  'delete /api/recipes/:id': { status: 204, request: one },
  'post /api/recipes/:id/duplicate': { status: 201, request: one },
  'post /api/recipes/import': {
    status: 200,
    request: () => ({ body: { jsonLd: { '@type': 'Recipe', name: 'Toast' } } }),
  },
  'post /api/ingredients/parse': { status: 200, request: () => ({ body: { lines: ['1 egg'] } }) },
};
