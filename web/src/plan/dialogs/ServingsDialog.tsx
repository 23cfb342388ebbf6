import { useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { Field } from '../../ui/Field.tsx';

/** Most servings of a meal, as the API has it. */
const most = 1000;

interface ServingsDialogProps {
  /** What is served. */
  title: string;
  servings: number | undefined;
  onServings: (servings: number) => void;
  onClose: () => void;
}

/** Asks how many a planned recipe is for. */
export function ServingsDialog({ title, servings, onServings, onClose }: ServingsDialogProps) {
  const t = useText();
  const formId = useId();
  const [typed, setTyped] = useState(String(servings ?? 2));
  const count = Number(typed);
  return (
    <Dialog
      open
      title={t('plan.dialog.servingsOf', { title })}
      onClose={onClose}
      actions={<DialogButtons action={t('common.save')} form={formId} onCancel={onClose} />}
    >
      <form
        id={formId}
        className="servings-form"
        onSubmit={(event) => {
          event.preventDefault();
          onServings(count);
        }}
      >
        <button
          type="button"
          className="button"
          aria-label={t('plan.dialog.fewer')}
          disabled={!(count > 1)}
          onClick={() => setTyped(String(Math.max(1, count - 1)))}
        >
          −
        </button>
        <Field label={t('plan.dialog.servings')}>
          {(control) => (
            <input
              {...control}
              type="number"
              required
              min="0.5"
              max={most}
              step="0.5"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <button
          type="button"
          className="button"
          aria-label={t('plan.dialog.moreServings')}
          disabled={!(count < most)}
          onClick={() => setTyped(String(count + 1))}
        >
          +
        </button>
      </form>
    </Dialog>
  );
}
