import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { lazyDialog } from '../../../ui/lazy-dialog.tsx';
import { type Draft, emptyIngredient } from '../draft/draft.ts';
import type { IngredientRow } from '../draft/ingredient-rows.ts';
import { PasteIcon } from '../icons.tsx';
import { linesOf } from '../paste/lines-of.ts';
import { HeadingFields } from './HeadingFields.tsx';
import { IngredientFields } from './IngredientFields.tsx';
import { Row } from './Row.tsx';
import { Rows } from './Rows.tsx';
import { useRowFocus } from './use-row-focus.ts';

const PasteDialog = lazyDialog(async () => (await import('../paste/PasteDialog.tsx')).default);

/** A list that is being pasted, and where it is to stand. */
interface Pasting {
  text: string;
  at: number;
}

/** The ingredients, one row each, and headings between them; Enter goes on to a new row. */
export function IngredientRows() {
  const t = useText();
  const { control, formState, getValues } = useFormContext<Draft>();
  const rows = useFieldArray({ control, name: 'ingredients' });
  const { fields } = rows;
  const { list, focusRow } = useRowFocus(fields);
  const [moved, setMoved] = useState('');
  const [pasting, setPasting] = useState<Pasting>();
  const errors = formState.errors.ingredients;
  const numbers = numbersOf(fields);
  const nameOf = (index: number) =>
    fields[index]?.heading
      ? t('editor.heading.name', { name: getValues(`ingredients.${index}.name`) })
      : t('editor.ingredient.name', { number: numbers[index] ?? 0 });

  const addAt = (index: number, row = emptyIngredient()) => {
    focusRow(index);
    rows.insert(index, row, { shouldFocus: false });
  };
  const moveTo = (from: number, to: number, selector: string) => {
    focusRow(to, selector);
    rows.move(from, to);
    setMoved(t('editor.row.moved', { place: to + 1, count: fields.length }));
  };
  const removeAt = (index: number) => {
    focusRow(Math.min(index, fields.length - 2));
    if (fields.length > 1) rows.remove(index);
    else rows.update(index, emptyIngredient());
  };
  const addAll = (added: IngredientRow[], at: number) => {
    setPasting(undefined);
    const isEmpty = (row: IngredientRow | undefined) =>
      row && !row.heading && `${row.quantity}${row.unit}${row.name}${row.note}`.trim() === '';
    // The empty rows of a form that nobody has written in yet make room.
    const before = getValues('ingredients');
    const kept = before.filter((row) => !isEmpty(row));
    const place = before.slice(0, at).filter((row) => !isEmpty(row)).length;
    rows.replace(kept.toSpliced(place, 0, ...added));
    focusRow(place + added.length - 1);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    addAt(index + 1);
  };
  const onPaste = (event: ClipboardEvent, index: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (linesOf(text).length < 2) return;
    event.preventDefault();
    setPasting({ text, at: index + 1 });
  };

  return (
    <fieldset className="rows">
      <legend>{t('editor.ingredients')}</legend>
      <Rows
        list={list}
        ids={fields.map(({ id }) => id)}
        nameOf={nameOf}
        onMove={(from, to) => moveTo(from, to, '.row-grip')}
      >
        {fields.map((field, index) => (
          <Row
            key={field.id}
            id={field.id}
            name={nameOf(index)}
            className={field.heading ? 'heading-row' : 'ingredient-row'}
            onUp={index > 0 ? () => moveTo(index, index - 1, '.row-up') : undefined}
            onDown={
              index < fields.length - 1 ? () => moveTo(index, index + 1, '.row-down') : undefined
            }
            onRemove={() => removeAt(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {field.heading ? (
              <HeadingFields index={index} />
            ) : (
              <IngredientFields
                index={index}
                number={numbers[index] ?? 0}
                withExamples={index === 0 && !field.from}
                onPaste={(event) => onPaste(event, index)}
              />
            )}
          </Row>
        ))}
      </Rows>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
      {errors?.root?.message && <p className="field-error">{errors.root.message}</p>}
      <div className="rows-actions">
        <button type="button" className="button" onClick={() => addAt(fields.length)}>
          <PlusIcon />
          {t('editor.ingredient.add')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => setPasting({ text: '', at: fields.length })}
        >
          <PasteIcon />
          {t('editor.paste.open')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => addAt(fields.length, { ...emptyIngredient(), heading: true })}
        >
          {t('editor.heading.add')}
        </button>
      </div>
      {pasting && (
        <PasteDialog
          text={pasting.text}
          onAdd={(added) => addAll(added, pasting.at)}
          onClose={() => setPasting(undefined)}
        />
      )}
    </fieldset>
  );
}

/** The number of each ingredient among the ingredients. */
function numbersOf(rows: readonly { heading: boolean }[]): number[] {
  let number = 0;
  return rows.map(({ heading }) => (heading ? 0 : ++number));
}
