import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './menu.css';

interface MenuProps {
  /** What the button says, to screen readers too when `icon` stands in its place. */
  label: string;
  icon?: ReactNode;
  /** The buttons and links of the menu; a press on any of them closes it. */
  children: ReactNode;
}

/**
 * A button that shows a list of actions (the "disclosure" pattern of the ARIA practices): Tab goes through them,
 * Escape, a press elsewhere and leaving it by Tab close it.
 */
export function Menu({ label, icon, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node) || !whole.current?.contains(event.target)) setOpen(false);
    };
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeByEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeByEscape);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    // What was pressed is hidden now. A dialog that it opens gives the focus back to the button.
    button.current?.focus();
  };

  return (
    <div className="menu" ref={whole}>
      <button
        ref={button}
        type="button"
        className={icon ? 'button-icon' : 'button'}
        aria-label={icon ? label : undefined}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {icon ?? label}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a button is a click too. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only sees the clicks of what is in it. */}
      <div id={listId} className="menu-list" hidden={!open} onClick={close}>
        {children}
      </div>
    </div>
  );
}
