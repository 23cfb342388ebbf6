import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { isConflict } from '../../api/api-error.ts';
import { recipeKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toasts.ts';
import type { Recipe } from '../recipe.ts';
import { deleteRecipe } from '../requests.ts';

interface DeleteRecipeProps {
  recipe: Recipe;
  open: boolean;
  onClose: () => void;
}

/** Asks whether a recipe shall go for good, and lets it go. */
export function DeleteRecipe({ recipe, open, onClose }: DeleteRecipeProps) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, title } = recipe;
  const { mutate, isPending } = useMutation({
    mutationFn: () => deleteRecipe(recipe),
    onSuccess: async () => {
      await navigate('/recipes', { replace: true });
      client.removeQueries({ queryKey: recipeKeys.one(id) });
      // Plans, collections and shopping lists show recipes too.
      void client.invalidateQueries();
      toast(t('recipe.deleted', { title }));
    },
    onError: (error) => {
      onClose();
      void client.invalidateQueries({ queryKey: recipeKeys.one(id) });
      toast(t(isConflict(error) ? 'recipe.deleteConflict' : 'recipe.deleteFailed'));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      title={t('recipe.delete.title')}
      text={t('recipe.delete.text', { title })}
      action={t('recipe.delete.action')}
      busy={isPending}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
