import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { endFlow } from '../../telemetry/signals.ts';
import { createRecipe, recipeKeys } from '../requests.ts';

/** Stores a recipe and opens it; the lists that lack it are fetched anew when next shown. */
export function useSaveRecipe(onSaved: () => void) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: createRecipe,
    onSuccess: (recipe) => {
      endFlow('add-recipe', 'done');
      onSaved();
      cache.setQueryData(recipeKeys.one(recipe.id), recipe);
      void cache.invalidateQueries({ queryKey: recipeKeys.lists });
      void navigate(`/recipes/${recipe.id}`);
    },
  });
}
