import { Field } from '../../ui/Field.tsx';
import type { DraftErrors } from './check-draft.ts';
import type { useDraft } from './use-draft.ts';

/** What the groups of single fields get. */
export interface FieldsProps {
  bind: ReturnType<typeof useDraft>['bind'];
  errors: DraftErrors;
}

/** The name, the description and the numbers. */
export function MainFields({ bind, errors }: FieldsProps) {
  return (
    <>
      <Field label="Name" error={errors['title']}>
        {(field) => <input {...field} {...bind('title')} maxLength={200} autoComplete="off" />}
      </Field>
      <Field
        label="Description"
        hint="A sentence or two, if you like."
        error={errors['description']}
      >
        {(field) => <textarea {...field} {...bind('description')} rows={2} maxLength={5000} />}
      </Field>
      <div className="numbers">
        <Field label="Serves" error={errors['servings']}>
          {(field) => <input {...field} {...bind('servings')} inputMode="numeric" />}
        </Field>
        <Field label="Prep (min)" error={errors['prepMinutes']}>
          {(field) => <input {...field} {...bind('prepMinutes')} inputMode="numeric" />}
        </Field>
        <Field label="Cook (min)" error={errors['cookMinutes']}>
          {(field) => <input {...field} {...bind('cookMinutes')} inputMode="numeric" />}
        </Field>
      </div>
    </>
  );
}
