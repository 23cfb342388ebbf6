import {
  notifyManager,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { recipeKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import type { Recipe, RecipePage } from '../recipe.ts';
import { rateRecipe } from '../requests.ts';

/** Rates a recipe: it shows at once, and as it was before when the server refuses. */
export function useRate(id: string): (rating: number | null) => void {
  const t = useText();
  const client = useQueryClient();
  const mutationKey = ['rate', id];
  const isOnlyOne = () => client.isMutating({ mutationKey }) === 1;
  /** What the server has, as far as it has told. */
  const stored = useRef<number>(undefined);
  const { mutate } = useMutation({
    mutationKey,
    // One after the other, so that the last press wins.
    scope: { id: `rate ${id}` },
    mutationFn: (rating: number | null) => rateRecipe(id, rating),
    onMutate: async (rating) => {
      if (isOnlyOne()) stored.current = client.getQueryData<Recipe>(recipeKeys.one(id))?.rating;
      await client.cancelQueries({ queryKey: recipeKeys.one(id) });
      showRating(client, id, rating ?? undefined);
    },
    onSuccess: (recipe, rating) => {
      stored.current = recipe.rating;
      // The whole of it: its version alone would pass off what others have changed as seen.
      client.setQueryData<Recipe>(recipeKeys.one(id), (shown) =>
        isOnlyOne() ? recipe : rated(recipe, shown?.rating),
      );
      // Where lists are in the order of ratings, places have changed.
      void client.invalidateQueries({ queryKey: recipeKeys.lists });
      toast(rating === null ? t('recipe.unrated') : t('recipe.rated', { count: rating }));
    },
    onError: () => {
      // A later press stands.
      if (isOnlyOne()) showRating(client, id, stored.current);
      // After the stars, which hear of the cache in a later task: it says that they are as they were.
      notifyManager.schedule(() => toast(t('recipe.rateFailed')));
    },
  });
  return mutate;
}

/** Puts a rating wherever the recipe is shown. */
function showRating(client: QueryClient, id: string, rating: number | undefined): void {
  client.setQueryData<Recipe>(recipeKeys.one(id), (recipe) => recipe && rated(recipe, rating));
  client.setQueriesData<{ pages?: RecipePage[] }>({ queryKey: recipeKeys.lists }, (list) => {
    if (!list?.pages) return list;
    const pages = list.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? rated(item, rating) : item)),
    }));
    return { ...list, pages };
  });
}

function rated<T extends { rating?: number | undefined }>(
  recipe: T,
  rating: number | undefined,
): T {
  const { rating: _, ...unrated } = recipe;
  return (rating === undefined ? unrated : { ...unrated, rating }) as T;
}
