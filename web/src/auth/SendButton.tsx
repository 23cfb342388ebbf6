import { useText } from '../texts/use-text.ts';

/** Sends the form of a page; it waits while that is under way. */
export function SendButton({ busy, action }: { busy: boolean; action: string }) {
  const t = useText();
  return (
    <button type="submit" className="button button-primary button-wide" disabled={busy}>
      {busy ? t('common.pleaseWait') : action}
    </button>
  );
}
