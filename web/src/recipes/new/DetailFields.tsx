import { Field } from '../../ui/Field.tsx';
import type { FieldsProps } from './MainFields.tsx';

/** What helps to find the recipe again. */
export function DetailFields({ bind, errors }: FieldsProps) {
  return (
    <fieldset className="rows">
      <legend>Details</legend>
      <div className="details">
        <Field label="Cuisine" error={errors['cuisine']}>
          {(field) => <input {...field} {...bind('cuisine')} maxLength={60} />}
        </Field>
        <Field label="Kind of dish" error={errors['dishType']}>
          {(field) => <input {...field} {...bind('dishType')} maxLength={60} />}
        </Field>
        <Field label="Tags" hint="Separated by commas." error={errors['tags']}>
          {(field) => <input {...field} {...bind('tags')} autoComplete="off" />}
        </Field>
        <Field label="Where it is from" error={errors['sourceUrl']}>
          {(field) => (
            <input
              {...field}
              {...bind('sourceUrl')}
              type="url"
              placeholder="https://"
              maxLength={2048}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
