import { useFormContext } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import type { Draft } from '../draft/draft.ts';
import { TextField } from './TextField.tsx';

/** For how many, how long, how hard. */
export function NumberFields() {
  const t = useText();
  const { register, formState } = useFormContext<Draft>();
  return (
    <div className="numbers">
      {(['servings', 'prepMinutes', 'cookMinutes'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`editor.${name}.label`)}
          inputMode="numeric"
          maxLength={6}
        />
      ))}
      <Field label={t('editor.difficulty.label')} error={formState.errors.difficulty?.message}>
        {(field) => (
          <select {...field} {...register('difficulty')}>
            <option value="">{t('editor.difficulty.none')}</option>
            {(['easy', 'medium', 'hard'] as const).map((difficulty) => (
              <option key={difficulty} value={difficulty}>
                {t(`editor.difficulty.${difficulty}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
