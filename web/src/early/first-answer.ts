import { recipeListPath, recipePath } from '../recipes/paths.ts';

/**
 * What a page asks the API for first, by its address.
 * @returns undefined where that is nothing, or is left to the page: it asks a little later itself.
 */
export function firstAnswerPath({ pathname, search }: Pick<Location, 'pathname' | 'search'>) {
  if (pathname === '/recipes' && search === '') return recipeListPath(1);
  const [, id] = /^\/recipes\/([0-9a-f]{24})(?:\/cook|\/edit)?$/.exec(pathname) ?? [];
  return id ? recipePath(id) : undefined;
}
