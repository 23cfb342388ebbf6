import { useState } from 'react';
import { RecipePicker } from '../../recipes/pick/RecipePicker.tsx';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { RecipeCard } from '../collection.ts';

interface AddRecipesDialogProps {
  /** Name of the collection. */
  name: string;
  /** Those that are in it. */
  recipeIds: readonly string[];
  onPut: (recipe: RecipeCard) => void;
  onTake: (recipeId: string) => void;
  onClose: () => void;
}

/** Finds recipes and puts them into a collection, or takes them out again. */
export function AddRecipesDialog(props: AddRecipesDialogProps) {
  const t = useText();
  const [words, setWords] = useState('');
  const picked = new Set(props.recipeIds);
  return (
    <Dialog
      open
      variant="sheet"
      title={t('collections.addTo', { name: props.name })}
      onClose={props.onClose}
      actions={
        <button type="button" className="button button-primary" onClick={props.onClose}>
          {t('collections.done')}
        </button>
      }
    >
      <RecipePicker
        words={words}
        onWords={setWords}
        picked={picked}
        onPick={(recipe) => (picked.has(recipe.id) ? props.onTake(recipe.id) : props.onPut(recipe))}
      />
    </Dialog>
  );
}
