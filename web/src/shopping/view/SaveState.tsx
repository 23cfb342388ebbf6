import { ApiError, isRateLimited } from '../../api/api-error.ts';
import { useOnline } from '../../offline/connection.ts';
import { useText } from '../../texts/use-text.ts';
import { WaitNotice } from '../../ui/WaitNotice.tsx';
import type { SendState } from '../offline/sender.ts';
import type { Shopping } from '../offline/shopping.ts';
import { useListState, useSendState } from '../use-shopping.ts';

interface SaveStateProps {
  listId: string;
  shopping: Shopping;
  /** Whether no answer came when the list was asked for. */
  isLastSeen: boolean;
}

/** Whether all that was done is on the server, or what it waits for. */
export function SaveState({ listId, shopping, isLastSeen }: SaveStateProps) {
  const t = useText();
  const { unsent } = useListState(shopping);
  const sending = useSendState(shopping);
  const isOnline = useOnline();
  const items = unsent.filter((one) => one.listId === listId).map(({ change }) => change.itemId);
  const count = new Set(items).size;
  const waits = count > 0 && (sending.phase === 'waiting' || !isOnline);
  const pausedUntil = waits && isRateLimited(sending.error) ? sending.retryAt : undefined;

  return (
    <div className="shop-state">
      {/* Only what has to be waited for is said: that everything is saved is what one expects. */}
      <p role="status">
        {waits && t(waitingText(sending), { count })}
        {!waits && (isLastSeen || !isOnline) && t('shopping.state.lastSeen')}
      </p>
      {pausedUntil !== undefined && <WaitNotice until={pausedUntil} automatic />}
      {!waits && !isLastSeen && isOnline && (
        <p className={count > 0 ? 'shop-state-saving' : 'shop-state-saved'}>
          {t(count > 0 ? 'shopping.state.saving' : 'shopping.state.saved')}
        </p>
      )}
    </div>
  );
}

function waitingText({ error }: SendState) {
  if (isRateLimited(error)) return 'shopping.state.pause';
  if (error instanceof ApiError && error.status === 401) return 'shopping.state.signIn';
  return 'shopping.state.waits';
}
