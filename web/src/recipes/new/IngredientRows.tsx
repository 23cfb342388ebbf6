import type { KeyboardEvent } from 'react';
import { Field } from '../../ui/Field.tsx';
import type { DraftErrors } from './check-draft.ts';
import { emptyIngredient, type IngredientRow } from './draft.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { useRows } from './use-rows.ts';

interface IngredientRowsProps {
  rows: IngredientRow[];
  errors: DraftErrors;
  onChange: (rows: IngredientRow[]) => void;
}

type Column = Exclude<keyof IngredientRow, 'key'>;

const columns: { name: Column; label: string; example: string; maxLength: number }[] = [
  { name: 'quantity', label: 'Amount', example: '1½', maxLength: 12 },
  { name: 'unit', label: 'Unit', example: 'tbsp', maxLength: 40 },
  { name: 'name', label: 'Name', example: 'olive oil', maxLength: 200 },
  { name: 'note', label: 'Note', example: 'for frying', maxLength: 500 },
];

/** The ingredients, one row each; Enter goes on to a new row. */
export function IngredientRows({ rows, errors, onChange }: IngredientRowsProps) {
  const { list, addAt, removeAt, change } = useRows(rows, emptyIngredient, onChange);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    addAt(index + 1);
  };

  return (
    <fieldset className="rows">
      <legend>Ingredients</legend>
      <ol ref={list} className="row-list">
        {rows.map((row, index) => (
          <li
            key={row.key}
            className="ingredient-row"
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {columns.map(({ name, label, example, maxLength }) => (
              <Field
                key={name}
                className={`cell-${name}`}
                label={`${label} of ingredient ${index + 1}`}
                hideLabel
                error={errors[`ingredients.${index}.${name}`]}
              >
                {(field) => (
                  <input
                    {...field}
                    value={row[name]}
                    placeholder={index === 0 ? example : label}
                    maxLength={maxLength}
                    autoComplete="off"
                    onChange={(event) => change(index, { [name]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <RemoveButton
              label={`Remove ingredient ${index + 1}`}
              onClick={() => removeAt(index)}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => addAt(rows.length)}>
        Add an ingredient
      </button>
    </fieldset>
  );
}
