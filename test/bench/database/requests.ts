import type { Services } from '../../../app/src/services.ts';

/** Somebody whose requests are measured. */
export interface Account {
  readonly id: string;
  readonly recipes: number;
}

/** A request to an endpoint of the API. */
export interface Request {
  readonly endpoint: `${'get'} ${string}`;
  /** What is asked for, as the table shows it. */
  readonly label: string;
  /** `last` stands for the last page that the account has. */
  readonly query?: Readonly<Record<string, string>>;
  /** Finds the thing that the path names; `undefined` when the account has none. */
  readonly id?: (services: Services, account: Account) => Promise<string | undefined>;
}

const onePage = { page: 1, limit: 1 } as const;

const filters = [
  { tag: 'vegetarian' },
  { tag: 'from a friend' },
  { cuisine: 'Italian' },
  { dishType: 'dinner' },
  { maxMinutes: '30' },
  { tag: 'quick', cuisine: 'Indian', maxMinutes: '60' },
];

const orders = ['newest', 'title', 'time', 'rating'];

const searches = [
  // Words in a large part of all recipes, and in few of them.
  'salt',
  'onion',
  'chicken soup',
  'olive oil garlic butter',
  'clafoutis',
  'choc',
  'a',
  // Typing errors, and what nobody cooks.
  'chiken',
  'chickn suop',
  'spagetti',
  'tomatoe galric',
  'xylophone',
  'quantum chromodynamics',
];

const lists: readonly Request[] = [
  ...pages('recipes', {}),
  ...pages('recipes', { limit: '100' }),
  ...orders.flatMap((sort) => pages('recipes', { sort })),
  ...filters.flatMap((filter) => pages('recipes', filter)),
  ...filters.flatMap((filter) =>
    orders.slice(1).map((sort) => list('recipes', { ...filter, sort })),
  ),
  ...searches.map((q) => list('recipes', { q })),
  list('recipes', { q: 'salt', page: '20' }),
  list('recipes', { q: 'chicken', limit: '100' }),
  list('recipes', { q: 'chicken', cuisine: 'Italian', maxMinutes: '45' }),
  list('recipes', { q: 'chiken', tag: 'vegetarian' }),
  ...orders.map((sort) => list('recipes', { q: 'salt', sort })),
  ...pages('collections', {}),
  ...pages('meal-plans', {}),
  list('meal-plans', { from: '2025-02-01', to: '2025-02-28' }),
  list('meal-plans', { from: '2025-03-01' }),
  ...pages('shopping-lists', {}),
  list('shopping-lists', { isActive: 'true' }),
  ...pages('shares', {}),
];

const lookUps: readonly Request[] = [
  one('recipes', ({ recipes }, { id }) => recipes.list(id, onePage)),
  one('collections', ({ planning }, { id }) => planning.collections.list(id, onePage)),
  one('meal-plans', ({ planning }, { id }) => planning.mealPlans.list(id, onePage)),
  one('shopping-lists', ({ planning }, { id }) => planning.shoppingLists.list(id, onePage)),
];

/** Every list, search and look-up of the API. */
export const requests: readonly Request[] = [...lists, ...lookUps];

/** The first page and the last one. */
function pages(resource: string, query: Record<string, string>): Request[] {
  return [list(resource, query), list(resource, { ...query, page: 'last' })];
}

function list(resource: string, query: Record<string, string>): Request {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const label = asked.length > 0 ? `${resource}?${asked.join('&')}` : resource;
  return { endpoint: `get /api/${resource}`, label, query };
}

type Page = { readonly items: readonly { readonly id: string }[] };

function one(
  resource: string,
  first: (services: Services, account: Account) => Promise<Page>,
): Request {
  return {
    endpoint: `get /api/${resource}/:id`,
    label: `${resource}/:id`,
    id: async (services, account) => (await first(services, account)).items[0]?.id,
  };
}
