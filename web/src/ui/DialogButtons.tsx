import { useText } from '../texts/use-text.ts';

interface DialogButtonsProps {
  /** The verb of what will be done, such as "Delete recipe". */
  action: string;
  /** The id of the form in the dialog that the button sends; without one it calls `onAction`. */
  form?: string;
  onAction?: () => void;
  /** `danger` for what cannot be undone. */
  kind?: 'primary' | 'danger';
  disabled?: boolean;
  onCancel: () => void;
}

/** What stands at the end of a dialog that asks for something: to leave it, or to do it. */
export function DialogButtons(props: DialogButtonsProps) {
  const { action, form, onAction, kind = 'primary', disabled = false, onCancel } = props;
  const t = useText();
  return (
    <>
      <button type="button" className="button" onClick={onCancel}>
        {t('common.cancel')}
      </button>
      <button
        type={form === undefined ? 'button' : 'submit'}
        form={form}
        className={`button button-${kind}`}
        disabled={disabled}
        onClick={onAction}
      >
        {action}
      </button>
    </>
  );
}
