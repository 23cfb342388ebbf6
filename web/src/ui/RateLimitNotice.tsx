import { isRateLimited } from '../api/api-error.ts';
import { useText } from '../texts/use-text.ts';
import { WaitNotice } from './WaitNotice.tsx';

interface RateLimitNoticeProps {
  /** Why the last try failed, while the next one is waited for. */
  reason: unknown;
}

/** Tells that the server asked for a pause and that the request is sent again by itself. */
export function RateLimitNotice({ reason }: RateLimitNoticeProps) {
  const t = useText();
  if (!isRateLimited(reason) || reason.retryAt === undefined) return null;
  return (
    <div className="notice notice-wait-box" role="status">
      <p className="notice-title">{t('error.rateLimited.title')}</p>
      <p>{t('wait.automatic')}</p>
      <WaitNotice until={reason.retryAt} automatic />
    </div>
  );
}
