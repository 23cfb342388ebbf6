import { api, getFiles, ifMatch, type Page, type Stored } from './api.ts';
import { pick } from './random.ts';

interface Picture {
  readonly urls: readonly { readonly url: string }[];
}

export interface Recipe extends Stored {
  readonly title: string;
  readonly image?: Picture;
}

const route = '/api/recipes/:id';

/** The recipes that this person was shown last. */
let shown: readonly Recipe[] = [];

/** A page of the list, as it comes with its pictures. */
export function listRecipes(query = ''): void {
  const { items } = api<Page<Recipe>>('GET', '/api/recipes', { query });
  if (items.length > 0) shown = items;
  const pictures = items.flatMap(({ image }) => image?.urls[0]?.url ?? []);
  if (pictures.length > 0) getFiles(pictures, 'GET /api/images/*');
}

/** One of those in the list. */
export function anyRecipe(): Recipe {
  if (shown.length === 0) listRecipes();
  return pick(shown);
}

export function readRecipe(id: string): Recipe {
  const recipe = api<Recipe>('GET', route, { params: { id } });
  const largest = recipe.image?.urls.at(-1);
  if (largest) getFiles([largest.url], 'GET /api/images/*');
  return recipe;
}

export function changeRecipe(recipe: Recipe, body: object): void {
  api('PATCH', route, { params: { id: recipe.id }, body, headers: ifMatch(recipe) });
}

/** @param picture a JPEG. */
export function giveImage(recipe: Recipe, picture: ArrayBuffer): Recipe {
  return api('PUT', `${route}/image`, {
    params: { id: recipe.id },
    body: picture,
    headers: { ...ifMatch(recipe), 'content-type': 'image/jpeg' },
  });
}
