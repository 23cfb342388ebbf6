import type { Share } from '@recipe-book/app/schemas/shares';
import { useState } from 'react';
import { loadTexts } from '../texts/load-texts.ts';
import { useText } from '../texts/use-text.ts';
import { toast } from '../ui/toasts.ts';

/** What is to be shared. */
export interface ShareTarget {
  kind: Share['kind'];
  id: string;
  /** Its name, which goes along with the link. */
  title: string;
}

async function loadDialog() {
  const [module] = await Promise.all([import('./ShareDialog.tsx'), loadTexts('shares')]);
  return module.default;
}

interface ShareButtonProps extends ShareTarget {
  className?: string;
}

/** Makes a link to a recipe or a shopping list; what it takes is fetched when somebody reaches for it. */
export function ShareButton({ className = 'button', ...target }: ShareButtonProps) {
  const t = useText();
  const [Dialog, setDialog] = useState<Awaited<ReturnType<typeof loadDialog>> | null>(null);
  // What cannot be fetched now is told when the button is pressed.
  const preload = () => void loadDialog().catch(() => undefined);
  const open = async () => {
    try {
      const loaded = await loadDialog();
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
        {t('common.share')}
      </button>
      {Dialog && <Dialog {...target} onClose={() => setDialog(null)} />}
    </>
  );
}
