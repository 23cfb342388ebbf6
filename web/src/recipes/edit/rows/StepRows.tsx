import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { type Draft, emptyStep } from '../draft/draft.ts';
import { splitSteps } from '../paste/split-steps.ts';
import { Row } from './Row.tsx';
import { Rows } from './Rows.tsx';
import { useRowFocus } from './use-row-focus.ts';

/** The steps, one row each; Enter goes on to a new one, and several that are pasted become several. */
export function StepRows() {
  const t = useText();
  const { control, register, formState, getValues } = useFormContext<Draft>();
  const { fields, insert, move, remove, update } = useFieldArray({
    control,
    name: 'steps',
  });
  const { list, focusRow } = useRowFocus(fields);
  const [moved, setMoved] = useState('');
  const errors = formState.errors.steps;
  const nameOf = (index: number) => t('editor.step.name', { number: index + 1 });

  const addAt = (index: number) => {
    focusRow(index);
    insert(index, emptyStep(), { shouldFocus: false });
  };
  const moveTo = (from: number, to: number, selector: string) => {
    focusRow(to, selector);
    move(from, to);
    setMoved(t('editor.row.moved', { place: to + 1, count: fields.length }));
  };
  const removeAt = (index: number) => {
    focusRow(Math.min(index, fields.length - 2));
    if (fields.length > 1) remove(index);
    else update(index, emptyStep());
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    addAt(index + 1);
  };
  const onPaste = (event: ClipboardEvent, index: number) => {
    const pasted = splitSteps(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2) return;
    event.preventDefault();
    const isEmpty = getValues(`steps.${index}.text`).trim() === '';
    focusRow(index + pasted.length - (isEmpty ? 1 : 0));
    if (isEmpty) remove(index);
    insert(
      isEmpty ? index : index + 1,
      pasted.map((text) => ({ text })),
      { shouldFocus: false },
    );
  };

  return (
    <fieldset className="rows">
      <legend>{t('editor.steps')}</legend>
      <p className="rows-hint">{t('editor.steps.hint')}</p>
      <Rows
        list={list}
        ids={fields.map(({ id }) => id)}
        nameOf={nameOf}
        onMove={(from, to) => moveTo(from, to, '.row-grip')}
      >
        {fields.map(({ id }, index) => (
          <Row
            key={id}
            id={id}
            name={nameOf(index)}
            className="step-row"
            onUp={index > 0 ? () => moveTo(index, index - 1, '.row-up') : undefined}
            onDown={
              index < fields.length - 1 ? () => moveTo(index, index + 1, '.row-down') : undefined
            }
            onRemove={() => removeAt(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <Field
              label={t('editor.step.label', { number: index + 1 })}
              error={errors?.[index]?.text?.message}
            >
              {(field) => (
                <textarea
                  {...field}
                  {...register(`steps.${index}.text`)}
                  rows={2}
                  maxLength={5000}
                  enterKeyHint="next"
                  onPaste={(event) => onPaste(event, index)}
                />
              )}
            </Field>
          </Row>
        ))}
      </Rows>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
      {errors?.root?.message && <p className="field-error">{errors.root.message}</p>}
      <button type="button" className="button rows-add" onClick={() => addAt(fields.length)}>
        <PlusIcon />
        {t('editor.step.add')}
      </button>
    </fieldset>
  );
}
