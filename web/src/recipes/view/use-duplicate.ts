import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { recipeKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import { duplicateRecipe } from '../requests.ts';

/** Makes a copy of a recipe and opens it. */
export function useDuplicate(id: string) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation({
    mutationFn: (key: string) => duplicateRecipe(id, key),
    onSuccess: async (copy) => {
      client.setQueryData(recipeKeys.one(copy.id), copy);
      void client.invalidateQueries({ queryKey: recipeKeys.lists });
      await navigate(`/recipes/${copy.id}`);
      toast(t('recipe.duplicated'));
    },
    onError: () => toast(t('recipe.duplicateFailed')),
  });
  return { isPending, run: () => mutate(crypto.randomUUID()) };
}
