import { useState } from 'react';
import { RecipePicker } from '../../recipes/pick/RecipePicker.tsx';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import type { RecipeCard } from '../changes/plan.ts';
import { type Place, usePlaceName } from '../use-place-name.ts';

interface AddDialogProps {
  place: Place;
  onRecipe: (recipe: RecipeCard) => void;
  onNote: (note: string) => void;
  onClose: () => void;
}

/** Asks what is to be eaten: one of the recipes, or what is typed, as a note. */
export function AddDialog({ place, onRecipe, onNote, onClose }: AddDialogProps) {
  const t = useText();
  const nameOf = usePlaceName();
  const [words, setWords] = useState('');
  const note = words.trim();
  return (
    <Dialog
      open
      onClose={onClose}
      variant="sheet"
      title={t('plan.addTo', { place: nameOf(place) })}
    >
      <RecipePicker words={words} onWords={setWords} onPick={onRecipe}>
        {note !== '' && (
          <button type="button" className="button add-note" onClick={() => onNote(note)}>
            <PlusIcon />
            <span>{t('plan.addNote', { text: note })}</span>
          </button>
        )}
      </RecipePicker>
    </Dialog>
  );
}
