import { type FormEvent, useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';

interface NameDialogProps {
  title: string;
  /** The name that stands there at first. */
  name: string;
  /** What the button says. */
  action: string;
  /** When it rejects, the error shows and nothing is lost. */
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
}

/** Longest name of a list, characters, as the API has it. */
const longestName = 200;

/** Asks for the name of a list. */
export function NameDialog({ title, name, action, onSave, onClose }: NameDialogProps) {
  const t = useText();
  const formId = useId();
  const [value, setValue] = useState(name);
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const text = value.trim();
    setMissing(text === '');
    if (text === '' || isBusy) return;
    setBusy(true);
    try {
      await onSave(text);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={<DialogButtons action={action} form={formId} disabled={isBusy} onCancel={onClose} />}
    >
      <form id={formId} onSubmit={save} noValidate>
        <Field label={t('shopping.new.name')} error={isMissing ? t('field.required') : undefined}>
          {(control) => (
            <input
              {...control}
              value={value}
              maxLength={longestName}
              autoComplete="off"
              onChange={(event) => setValue(event.target.value)}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        {failure !== undefined && <ErrorNotice error={failure} />}
      </form>
    </Dialog>
  );
}
