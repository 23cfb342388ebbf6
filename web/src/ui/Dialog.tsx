import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../texts/use-text.ts';
import { CloseIcon } from './icons.tsx';
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
export function Dialog({ open, onClose, title, actions, variant, children }: DialogProps) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    return () => element.close();
  }, [open]);

  if (!open) return null;
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
      onClick={(event) => {
        // What is inside fills the dialog: only its backdrop is the dialog itself.
        if (event.target === dialog.current) onClose();
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
    </dialog>
  );
}
