import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { type Draft, nutrients } from '../draft/draft.ts';

/** What one serving holds, folded away; it opens by itself when something in it is wrong. */
export function NutritionFields() {
  const t = useText();
  const { register, formState } = useFormContext<Draft>();
  const box = useRef<HTMLDetailsElement>(null);
  const errors = formState.errors.nutrition;

  useEffect(() => {
    if (errors && box.current) box.current.open = true;
  }, [errors]);

  return (
    <details ref={box} className="rows nutrition">
      <summary>{t('editor.nutrition')}</summary>
      <div className="nutrients">
        {nutrients.map((name) => (
          <Field key={name} label={t(`editor.nutrition.${name}`)} error={errors?.[name]?.message}>
            {(field) => (
              <input
                {...field}
                {...register(`nutrition.${name}`)}
                inputMode="decimal"
                maxLength={9}
                autoComplete="off"
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
