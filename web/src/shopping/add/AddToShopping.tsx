import { useState } from 'react';
import { loadTexts } from '../../texts/load-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';

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
export function AddToShopping({ className = 'button', ...recipe }: AddToShoppingProps) {
  const t = useText();
  const [Dialog, setDialog] = useState<Awaited<ReturnType<typeof loadDialog>> | null>(null);
  // What cannot be fetched now is told when the button is pressed.
  const preload = () => void loadDialog().catch(() => undefined);
  const open = async () => {
    try {
      const loaded = await loadDialog();
      setDialog(() => loaded);
    } catch {
      toast(t('error.offline.text'));
    }
  };
  return (
    <>
      <button
        type="button"
        className={className}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={open}
      >
        {t('common.addToShopping')}
      </button>
      {Dialog && <Dialog {...recipe} onClose={() => setDialog(null)} />}
    </>
  );
}
