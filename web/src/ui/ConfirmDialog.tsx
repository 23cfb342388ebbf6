import { Dialog } from './Dialog.tsx';
import { DialogButtons } from './DialogButtons.tsx';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What will happen, and whether it can be undone. */
  text: string;
  /** The verb of what will be done, such as "Delete recipe". */
  action: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, text, action, busy = false, onConfirm, onClose } = props;
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <DialogButtons
          action={action}
          onAction={onConfirm}
          kind="danger"
          disabled={busy}
          onCancel={onClose}
        />
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
