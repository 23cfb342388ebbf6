import { loadTexts } from '../../texts/load-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { LazyDialogButton } from '../../ui/LazyDialogButton.tsx';
import { lazyDialog } from '../../ui/lazy-dialog.tsx';

interface AddToShoppingProps {
  recipeId: string;
  /** For how many; without it as the recipe says. */
  servings?: number | undefined;
  className?: string;
}

const FromRecipeDialog = lazyDialog(async () => {
  const [module] = await Promise.all([import('./FromRecipeDialog.tsx'), loadTexts('shopping')]);
  return module.default;
});

/** Puts what a recipe needs on a shopping list; what it takes is fetched when somebody reaches for it. */
export function AddToShopping({ className, ...recipe }: AddToShoppingProps) {
  const t = useText();
  return (
    <LazyDialogButton
      dialog={FromRecipeDialog}
      given={recipe}
      label={t('common.addToShopping')}
      className={className}
    />
  );
}
