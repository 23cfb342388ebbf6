import { loadTexts } from '../../texts/load-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { LazyDialogButton } from '../../ui/LazyDialogButton.tsx';

interface AddToShoppingProps {
  recipeId: string;
  /** For how many; without it as the recipe says. */
  servings?: number | undefined;
  className?: string;
}

async function loadDialog() {
  const [module] = await Promise.all([import('./FromRecipeDialog.tsx'), loadTexts('shopping')]);
  return module.default;
}

/** Puts what a recipe needs on a shopping list; what it takes is fetched when somebody reaches for it. */
export function AddToShopping({ className, ...recipe }: AddToShoppingProps) {
  const t = useText();
  return (
    <LazyDialogButton
      load={loadDialog}
      dialog={recipe}
      label={t('common.addToShopping')}
      className={className}
    />
  );
}
