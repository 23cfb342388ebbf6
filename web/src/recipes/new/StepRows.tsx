import { Field } from '../../ui/Field.tsx';
import type { DraftErrors } from './check-draft.ts';
import { emptyStep, type StepRow } from './draft.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { useRows } from './use-rows.ts';

interface StepRowsProps {
  rows: StepRow[];
  errors: DraftErrors;
  onChange: (rows: StepRow[]) => void;
}

/** The steps, one row each. */
export function StepRows({ rows, errors, onChange }: StepRowsProps) {
  const { list, addAt, removeAt, change } = useRows(rows, emptyStep, onChange);
  return (
    <fieldset className="rows">
      <legend>Method</legend>
      <ol ref={list} className="row-list">
        {rows.map((row, index) => (
          <li key={row.key} className="step-row">
            <Field label={`Step ${index + 1}`} error={errors[`steps.${index}`]}>
              {(field) => (
                <textarea
                  {...field}
                  rows={2}
                  maxLength={5000}
                  value={row.text}
                  onChange={(event) => change(index, { text: event.target.value })}
                />
              )}
            </Field>
            <RemoveButton label={`Remove step ${index + 1}`} onClick={() => removeAt(index)} />
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => addAt(rows.length)}>
        Add a step
      </button>
    </fieldset>
  );
}
