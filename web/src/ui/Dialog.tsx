import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../texts/use-text.ts';
import { CloseIcon } from './icons.tsx';
import { Toasts } from './Toasts.tsx';
import './dialog.css';

interface DialogProps {
  open: boolean;
  /** Called by Escape, the button with the cross, and a press beside it. */
  onClose: () => void;
  title: string;
  /** What can be done, at its end. */
  actions?: ReactNode;
  /** `sheet` comes from the edge of the screen and suits long contents, such as filters. */
  variant?: 'dialog' | 'sheet';
  children: ReactNode;
}

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps the focus inside, gives it back afterwards, closes by
 * Escape, and makes the rest of the page inert (HTML, "The dialog element").
 */
export function Dialog({ open, ...props }: DialogProps) {
  return open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, actions, variant, children }: Omit<DialogProps, 'open'>) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isPressedBeside = useRef(false);

  // Closed while it is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape, which the browser takes care of.
    <dialog
      ref={dialog}
      className={`dialog dialog-${variant ?? 'dialog'}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // What is inside fills the dialog: only its backdrop is the dialog itself. A text that is selected may end there.
      onPointerDown={(event) => {
        isPressedBeside.current = event.target === dialog.current;
      }}
      onClick={(event) => {
        if (isPressedBeside.current && event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-inner">
        <div className="dialog-top">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className="button-icon"
            aria-label={t('common.close')}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </div>
        <div className="dialog-body">{children}</div>
        {actions && <div className="dialog-actions">{actions}</div>}
      </div>
      <Toasts inDialog />
    </dialog>
  );
}
