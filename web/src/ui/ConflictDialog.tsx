import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.ts';
import { Dialog } from './Dialog.tsx';

interface ConflictDialogProps {
  open: boolean;
  /** What the person was about to save. */
  mine: ReactNode;
  /** What stands on the server now. */
  theirs: ReactNode;
  onTakeMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

/** Shows both versions of what was changed in two places at once, and lets the person choose. */
export function ConflictDialog(props: ConflictDialogProps) {
  const t = useText();
  return (
    <Dialog
      open={props.open}
      title={t('conflict.title')}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" className="button" onClick={props.onTakeTheirs}>
            {t('conflict.takeTheirs')}
          </button>
          <button type="button" className="button button-primary" onClick={props.onTakeMine}>
            {t('conflict.takeMine')}
          </button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      <div className="conflict-sides">
        <section>
          <h3>{t('conflict.mine')}</h3>
          {props.mine}
        </section>
        <section>
          <h3>{t('conflict.theirs')}</h3>
          {props.theirs}
        </section>
      </div>
    </Dialog>
  );
}
