import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useText } from '../../../texts/use-text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { RateLimitNotice } from '../../../ui/RateLimitNotice.tsx';
import { type IngredientRow, rowsOfIngredients } from '../draft/ingredient-rows.ts';
import { parseIngredients } from '../requests.ts';
import { linesOf } from './lines-of.ts';
import { UnderstoodRows } from './UnderstoodRows.tsx';
import './paste.css';

interface PasteDialogProps {
  /** What was pasted already. */
  text: string;
  onAdd: (rows: IngredientRow[]) => void;
  onClose: () => void;
}

/** What the API reads at once (docs/recipes.md, "Limits"). */
const most = { lines: 200, characters: 500 };

/** Reads a pasted list of ingredients and shows what was understood, to be put right before it is added. */
export default function PasteDialog({ text: pasted, onAdd, onClose }: PasteDialogProps) {
  const t = useText();
  const [text, setText] = useState(pasted);
  const [rows, setRows] = useState<IngredientRow[]>();
  const reading = useMutation({
    meta: { showsWait: true },
    mutationFn: (lines: readonly string[]) => parseIngredients(lines),
    onSuccess: (ingredients) => setRows(rowsOfIngredients(ingredients)),
  });
  const { mutate } = reading;
  const lines = linesOf(text);
  const isTooMuch =
    lines.length > most.lines || lines.some((line) => line.length > most.characters);
  const count = rows?.filter(({ heading }) => !heading).length ?? 0;

  useEffect(() => {
    const first = linesOf(pasted);
    if (first.length > 0 && first.length <= most.lines) mutate(first);
  }, [pasted, mutate]);

  return (
    <Dialog
      open
      variant="sheet"
      title={t('editor.paste.title')}
      onClose={onClose}
      actions={
        rows && count > 0 ? (
          <>
            <button type="button" className="button" onClick={() => setRows(undefined)}>
              {t('editor.paste.again')}
            </button>
            <button type="button" className="button button-primary" onClick={() => onAdd(rows)}>
              {t('editor.paste.add', { count })}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button button-primary"
            disabled={lines.length === 0 || isTooMuch || reading.isPending}
            onClick={() => mutate(lines)}
          >
            {reading.isPending ? t('common.pleaseWait') : t('editor.paste.read')}
          </button>
        )
      }
    >
      <RateLimitNotice reason={reading.isPending ? reading.failureReason : null} />
      {reading.isError && <ErrorNotice error={reading.error} />}
      <p role="status" className={rows ? 'paste-count' : 'visually-hidden'}>
        {rows ? t('editor.paste.understood', { count }) : ''}
      </p>
      {rows && count > 0 ? (
        <UnderstoodRows rows={rows} onChange={setRows} />
      ) : (
        <Field
          label={t('editor.paste.label')}
          hint={t('editor.paste.hint')}
          error={isTooMuch ? t('editor.paste.tooMuch', most) : undefined}
        >
          {(field) => (
            <textarea
              {...field}
              className="paste-text"
              value={text}
              rows={10}
              placeholder={t('editor.paste.example')}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
    </Dialog>
  );
}
