import { useEffect, useRef } from 'react';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';

/**
 * For a form with something unsaved: the browser asks before the page is closed or loaded anew, and whoever goes to
 * another page of the app is told that the draft is kept.
 * @returns to be called when it is saved or discarded: then nothing holds anybody.
 */
export function useLeaveGuard(isUnsaved: boolean): () => void {
  const t = useText();
  const holds = useRef(false);

  useEffect(() => {
    holds.current = isUnsaved;
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  useEffect(
    () => () => {
      if (holds.current) toast(t('editor.draft.left'));
    },
    [t],
  );

  return () => {
    holds.current = false;
  };
}
