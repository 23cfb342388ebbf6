import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import type { List } from '../types.ts';
import { listAsText } from './as-text.ts';

/** Takes a list elsewhere: as text, or on paper. */
export function TextActions({ list }: { list: List }) {
  const t = useText();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(listAsText(list));
      toast(t('shopping.copied'));
    } catch {
      toast(t('shopping.copyFailed'));
    }
  };
  // Who closes the system's own dialog has changed their mind, and nothing is wrong.
  const send = () =>
    navigator.share({ title: list.name, text: listAsText(list) }).catch(() => undefined);
  return (
    <>
      <button type="button" onClick={copy}>
        {t('shopping.copy')}
      </button>
      {'share' in navigator && (
        <button type="button" onClick={send}>
          {t('shopping.send')}
        </button>
      )}
      <button type="button" onClick={() => window.print()}>
        {t('shopping.print')}
      </button>
    </>
  );
}
