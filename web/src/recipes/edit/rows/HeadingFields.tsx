import { useFormContext } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import type { Draft } from '../draft/draft.ts';

/** The name of a part of the dish. */
export function HeadingFields({ index }: { index: number }) {
  const t = useText();
  const { register } = useFormContext<Draft>();
  return (
    <Field className="cell-name" label={t('editor.heading.label')} hideLabel>
      {(field) => (
        <input
          {...field}
          {...register(`ingredients.${index}.name`)}
          placeholder={t('editor.heading.example')}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="next"
        />
      )}
    </Field>
  );
}
