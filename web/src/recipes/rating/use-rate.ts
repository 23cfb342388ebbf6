import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import type { Recipe, RecipePage } from '../recipe.ts';
import { rateRecipe, recipeKeys } from '../requests.ts';

/** Rates a recipe: it shows at once, and as it was before when the server refuses. */
export function useRate(id: string): (rating: number | null) => void {
  const t = useText();
  const client = useQueryClient();
  const { mutate } = useMutation({
    // One after the other, so that the last press wins.
    scope: { id: `rate ${id}` },
    mutationFn: (rating: number | null) => rateRecipe(id, rating),
    onMutate: async (rating) => {
      await client.cancelQueries({ queryKey: recipeKeys.one(id) });
      const before = client.getQueryData<Recipe>(recipeKeys.one(id))?.rating;
      showRating(client, id, rating ?? undefined);
      return { before };
    },
    onSuccess: ({ version }, rating) => {
      client.setQueryData<Recipe>(recipeKeys.one(id), (recipe) => recipe && { ...recipe, version });
      // Where lists are in the order of ratings, places have changed.
      void client.invalidateQueries({ queryKey: recipeKeys.lists, refetchType: 'none' });
      toast(rating === null ? t('recipe.unrated') : t('recipe.rated', { count: rating }));
    },
    onError: (_error, _rating, context) => {
      showRating(client, id, context?.before);
      toast(t('recipe.rateFailed'));
    },
  });
  return mutate;
}

/** Puts a rating wherever the recipe is shown. */
function showRating(client: QueryClient, id: string, rating: number | undefined): void {
  const rated = <T extends { rating?: number | undefined }>({ rating: _, ...recipe }: T) =>
    (rating === undefined ? recipe : { ...recipe, rating }) as T;
  client.setQueryData<Recipe>(recipeKeys.one(id), (recipe) => recipe && rated(recipe));
  client.setQueriesData<{ pages?: RecipePage[] }>({ queryKey: recipeKeys.lists }, (list) => {
    if (!list?.pages) return list;
    const pages = list.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? rated(item) : item)),
    }));
    return { ...list, pages };
  });
}
