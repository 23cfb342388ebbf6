import { useText } from '../../texts/use-text.ts';
import type { Shopping } from '../offline/shopping.ts';
import { useSendState } from '../use-shopping.ts';

/** Tells what the server did not accept, until somebody has seen it. */
export function RefusedNotice({ listId, shopping }: { listId: string; shopping: Shopping }) {
  const t = useText();
  const refused = useSendState(shopping).refused.filter((one) => one.listId === listId);
  const [first] = refused;
  if (!first) return null;
  const reason = first.error.fields[0]?.message ?? first.error.detail;
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{t('shopping.refused.title')}</p>
      <p>{t('shopping.refused.text', { count: refused.length })}</p>
      {reason && <p lang="en">{reason}</p>}
      <button
        type="button"
        className="button"
        onClick={() => shopping.sender.forgetRefused(listId)}
      >
        {t('shopping.refused.understood')}
      </button>
    </div>
  );
}
