import { useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
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
        <DialogButtons
          action={t('common.save')}
          form={formId}
          disabled={typed.trim() === ''}
          onCancel={onClose}
        />
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
