import { useState } from 'react';
import { useText } from '../../../texts/use-text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Recipe, RecipeInput } from '../../recipe.ts';
import { differing } from '../save/changes.ts';
import { type Choices, likelyChoices, merged, type Side } from '../save/merge.ts';
import { FieldValue } from './FieldValue.tsx';
import './conflict.css';

interface RecipeConflictProps {
  /** The recipe as it was when the writing began. */
  base: Recipe;
  mine: RecipeInput;
  /** The recipe as it is now. */
  theirs: Recipe;
  /** Called with what shall be saved on top of theirs. */
  onChoose: (recipe: RecipeInput) => void;
  onClose: () => void;
}

/** Shows two versions of a recipe side by side, field by field; each field can be taken from either. */
export function RecipeConflict({ base, mine, theirs, onChoose, onClose }: RecipeConflictProps) {
  const t = useText();
  const [choices, setChoices] = useState<Choices>(() => likelyChoices(base, mine, theirs));
  const fields = differing(mine, theirs);
  const choose = (side: Side) =>
    setChoices(Object.fromEntries(fields.map((field) => [field, side])));
  return (
    <Dialog
      open
      variant="sheet"
      title={t('conflict.title')}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button button-primary"
          onClick={() => onChoose(merged(mine, theirs, choices))}
        >
          {t('editor.conflict.save')}
        </button>
      }
    >
      <p>{t('editor.conflict.text')}</p>
      <div className="conflict-all">
        <button type="button" className="button" onClick={() => choose('mine')}>
          {t('conflict.takeMine')}
        </button>
        <button type="button" className="button" onClick={() => choose('theirs')}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
      {fields.map((field) => (
        <fieldset key={field} className="conflict-field">
          <legend>{t(`editor.field.${field}`)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="conflict-choice">
              <span className="conflict-side">
                <input
                  type="radio"
                  name={`conflict-${field}`}
                  checked={choices[field] === side}
                  onChange={() => setChoices({ ...choices, [field]: side })}
                />
                {t(`conflict.${side}`)}
              </span>
              <FieldValue field={field} recipe={side === 'mine' ? mine : theirs} />
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
