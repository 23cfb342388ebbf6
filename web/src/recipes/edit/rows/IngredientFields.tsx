import type { ClipboardEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import type { Draft } from '../draft/draft.ts';

interface IngredientFieldsProps {
  index: number;
  /** Its place among the ingredients, from 1. */
  number: number;
  /** Whether to show what may stand there, instead of what the column is called. */
  withExamples: boolean;
  onPaste: (event: ClipboardEvent) => void;
}

/** The columns of an ingredient, with the most that each takes. */
export const columns = [
  { name: 'quantity', maxLength: 20 },
  { name: 'unit', maxLength: 40 },
  { name: 'name', maxLength: 500 },
  { name: 'note', maxLength: 500 },
] as const;

/** What an ingredient says: how much, of what, and what to know of it. */
export function IngredientFields({ index, number, withExamples, onPaste }: IngredientFieldsProps) {
  const t = useText();
  const { register, formState } = useFormContext<Draft>();
  const errors = formState.errors.ingredients?.[index];
  return columns.map(({ name, maxLength }) => (
    <Field
      key={name}
      className={`cell-${name}`}
      label={t(`editor.ingredient.${name}.label`, { number })}
      hideLabel
      error={errors?.[name]?.message}
    >
      {(field) => (
        <input
          {...field}
          {...register(`ingredients.${index}.${name}`)}
          placeholder={t(`editor.ingredient.${name}.${withExamples ? 'example' : 'short'}`)}
          maxLength={maxLength}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="next"
          onPaste={name === 'name' ? onPaste : undefined}
        />
      )}
    </Field>
  ));
}
