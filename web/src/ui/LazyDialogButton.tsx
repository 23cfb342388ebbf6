import { type ComponentType, useState } from 'react';
import { useText } from '../texts/use-text.ts';
import { toast } from './toasts.ts';

interface LazyDialogButtonProps<P> {
  /** Fetches the dialog and its texts. */
  load: () => Promise<ComponentType<P & { onClose: () => void }>>;
  /** What the dialog is given. */
  dialog: P;
  label: string;
  className?: string | undefined;
}

/** A button that opens a dialog, which is fetched when somebody reaches for it. */
export function LazyDialogButton<P extends object>(props: LazyDialogButtonProps<P>) {
  const { load, dialog, label, className = 'button' } = props;
  const t = useText();
  const [Dialog, setDialog] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  // What cannot be fetched now is told when the button is pressed.
  const preload = () => void load().catch(() => undefined);
  const open = async () => {
    try {
      const loaded = await load();
      setDialog(() => loaded);
    } catch {
      toast(t('error.offline.text'));
    }
  };
  return (
    <>
      <button
        type="button"
        className={className}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={open}
      >
        {label}
      </button>
      {Dialog && <Dialog {...dialog} onClose={() => setDialog(null)} />}
    </>
  );
}
