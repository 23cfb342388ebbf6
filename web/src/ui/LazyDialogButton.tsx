import { useState } from 'react';
import type { LazyDialog } from './lazy-dialog.tsx';

interface LazyDialogButtonProps<P extends object> {
  dialog: LazyDialog<P & { onClose: () => void }>;
  /** What the dialog is given. */
  given: P;
  label: string;
  className?: string | undefined;
}

/** A button that opens a dialog, which is fetched when somebody reaches for it. */
export function LazyDialogButton<P extends object>(props: LazyDialogButtonProps<P>) {
  const { dialog: Dialog, given, label, className = 'button' } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        onPointerEnter={Dialog.preload}
        onFocus={Dialog.preload}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {isOpen && <Dialog {...given} onClose={() => setOpen(false)} />}
    </>
  );
}
