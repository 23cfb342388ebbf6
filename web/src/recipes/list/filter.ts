import type { ListQuery } from '@recipe-book/app/recipes/list-query';

/** What the list is narrowed to, and its order; what is absent does not count. */
export type RecipeFilter = Readonly<
  Partial<{ [Name in Exclude<keyof ListQuery, 'page' | 'limit'>]: NonNullable<ListQuery[Name]> }>
>;

/** Orders that a person can choose from; `q` has one of its own, by how well recipes fit. */
export const sorts: readonly NonNullable<RecipeFilter['sort']>[] = [
  'newest',
  'title',
  'time',
  'rating',
];

/** What can be taken away again; the order stays. */
export const filterNames = ['q', 'tag', 'cuisine', 'dishType', 'maxMinutes'] as const;

/** Longest search, characters, as in the API. */
export const longestSearch = 100;

/** Reads a filter from an address; what makes no sense there is left aside. */
export function readFilter(params: URLSearchParams): RecipeFilter {
  const text = (name: string, longest: number) =>
    params.get(name)?.trim().slice(0, longest) || undefined;
  const minutes = params.get('maxMinutes') ?? '';
  const found = {
    q: text('q', longestSearch),
    tag: text('tag', 50),
    cuisine: text('cuisine', 60),
    dishType: text('dishType', 60),
    maxMinutes: /^[1-9]\d{0,3}$/.test(minutes) ? Number(minutes) : undefined,
    sort: sorts.find((sort) => sort === params.get('sort')),
  };
  // Without what is absent, so that equal filters have equal keys in the cache.
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** A filter as the query of an address. */
export function writeFilter(
  filter: { [Name in keyof RecipeFilter]: RecipeFilter[Name] | undefined },
) {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
}
