import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isConflict } from '../../../api/api-error.ts';
import { collectionKeys, planKeys, recipeKeys } from '../../../api/keys.ts';
import type { Recipe, RecipeInput } from '../../recipe.ts';
import { removePicture, sendPicture } from '../picture/requests.ts';
import { changeRecipe, createRecipe, readRecipe } from '../requests.ts';
import { changesBetween, fields } from './changes.ts';

/** What is to become of the picture. */
export type PictureChange = { kind: 'new'; picture: Blob } | { kind: 'removed' };

interface Written {
  input: RecipeInput;
  /** Absent: it stays as it is. */
  picture: PictureChange | undefined;
}

/**
 * Saves a recipe in two steps: what is written, then the picture. `base` is what the server has by now, so whatever
 * fails, saving again goes on with what is still missing, and nothing is done twice.
 * @param onTextStored called when what is written is stored, whatever becomes of the picture.
 */
export function useSaveRecipe(initial: Recipe | undefined, onTextStored: (recipe: Recipe) => void) {
  const cache = useQueryClient();
  const base = useRef(initial);
  const creation = useRef({ body: '', key: '' });
  /** How much of the picture is sent, from 0 to 1; undefined while it is not its turn. */
  const [progress, setProgress] = useState<number>();

  const save = async ({ input, picture }: Written): Promise<Recipe> => {
    setProgress(undefined);
    const stored = base.current
      ? await changed(cache, base.current, input)
      : await createRecipe(input, keyFor(creation.current, input));
    if (stored !== base.current) take(stored);
    onTextStored(stored);
    if (!picture) return stored;
    setProgress(0);
    return take(await withPicture(stored, picture, setProgress));
  };
  const take = (recipe: Recipe) => {
    base.current = recipe;
    keepInCache(cache, recipe);
    return recipe;
  };

  const mutation = useMutation({ mutationFn: save, meta: { showsWait: true } });
  return { mutation, base, progress };
}

/** One for each text that is sent: a form that is corrected is another recipe. */
function keyFor(creation: { body: string; key: string }, input: RecipeInput): string {
  const body = JSON.stringify(input);
  if (creation.body !== body) Object.assign(creation, { body, key: crypto.randomUUID() });
  return creation.key;
}

/** The recipe shows the change at once, wherever it is shown, and shows it no longer when it is refused. */
async function changed(cache: QueryClient, base: Recipe, input: RecipeInput): Promise<Recipe> {
  const changes = changesBetween(base, input);
  if (Object.keys(changes).length === 0) return base;
  const key = recipeKeys.one(base.id);
  const before = cache.getQueryData<Recipe>(key);
  if (before) cache.setQueryData<Recipe>(key, { ...before, ...written(input) });
  try {
    return await changeRecipe(base, changes);
  } catch (error) {
    cache.setQueryData(key, before);
    throw error;
  }
}

/** Also what was taken away. */
function written(input: RecipeInput): Partial<Recipe> {
  return Object.fromEntries(fields.map((field) => [field, input[field]]));
}

/** The last picture wins: what was changed meanwhile is no reason to ask, since nothing of it is lost. */
async function withPicture(
  recipe: Recipe,
  change: PictureChange,
  onProgress: (sent: number) => void,
): Promise<Recipe> {
  const apply = (current: Recipe) =>
    change.kind === 'removed'
      ? removePicture(current)
      : sendPicture(current, change.picture, onProgress);
  try {
    return await apply(recipe);
  } catch (error) {
    if (!isConflict(error)) throw error;
    return apply(await readRecipe(recipe.id));
  }
}

/** Also plans and collections show titles and pictures. */
function keepInCache(cache: QueryClient, recipe: Recipe): void {
  cache.setQueryData(recipeKeys.one(recipe.id), recipe);
  for (const queryKey of [recipeKeys.lists, planKeys.all, collectionKeys.all]) {
    void cache.invalidateQueries({ queryKey });
  }
}
