import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { CloseIcon } from '../../../ui/icons.tsx';
import type { IngredientRow } from '../draft/ingredient-rows.ts';
import { columns } from '../rows/IngredientFields.tsx';

interface UnderstoodRowsProps {
  rows: readonly IngredientRow[];
  onChange: (rows: IngredientRow[]) => void;
}

/** What was understood of each line, with the line itself above it. */
export function UnderstoodRows({ rows, onChange }: UnderstoodRowsProps) {
  const t = useText();
  const change = (index: number, changes: Partial<IngredientRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...changes } : row)));
  return (
    <ol className="understood">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows only go, and have nothing else of their own.
        <li key={index} className={row.heading ? 'understood-heading' : 'understood-row'}>
          {row.from?.original && <p className="understood-line">{row.from.original}</p>}
          {columns
            .filter(({ name }) => !row.heading || name === 'name')
            .map(({ name, maxLength }) => (
              <Field
                key={name}
                className={`cell-${name}`}
                label={
                  row.heading
                    ? t('editor.heading.label')
                    : t(`editor.ingredient.${name}.label`, { number: index + 1 })
                }
                hideLabel
              >
                {(field) => (
                  <input
                    {...field}
                    value={row[name]}
                    placeholder={t(`editor.ingredient.${name}.short`)}
                    maxLength={maxLength}
                    autoComplete="off"
                    onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
                    onChange={(event) => change(index, { [name]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          <button
            type="button"
            className="button-icon"
            aria-label={t('editor.row.remove', {
              name: row.name || t('editor.ingredient.name', { number: index + 1 }),
            })}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ol>
  );
}
