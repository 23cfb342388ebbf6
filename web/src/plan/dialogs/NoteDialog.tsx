import { useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';

interface NoteDialogProps {
  note: string;
  onNote: (note: string) => void;
  onClose: () => void;
}

/** Changes the text of a note in the plan. */
export function NoteDialog({ note, onNote, onClose }: NoteDialogProps) {
  const t = useText();
  const formId = useId();
  const [typed, setTyped] = useState(note);
  return (
    <Dialog
      open
      title={t('plan.dialog.noteTitle')}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            form={formId}
            className="button button-primary"
            disabled={typed.trim() === ''}
          >
            {t('common.save')}
          </button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          onNote(typed.trim());
        }}
      >
        <Field label={t('plan.dialog.note')}>
          {(control) => (
            <input
              {...control}
              maxLength={500}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
