import { ApiError } from '../api/api-error.ts';
import { currentLanguage } from '../texts/i18n.ts';
import { useText } from '../texts/use-text.ts';
import { WaitNotice } from './WaitNotice.tsx';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what went wrong, with the request's id for whoever is asked for help, and a way on. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const t = useText();
  const shown = error instanceof ApiError ? error : undefined;
  const kind = shown?.kind ?? 'unknown';
  const detail = shown?.detail;
  // The server knows better what is wrong, but speaks English only.
  const isEnough = detail !== undefined && currentLanguage() === 'en';
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{t(`error.${kind}.title`)}</p>
      {!isEnough && <p>{t(`error.${kind}.text`)}</p>}
      {detail && <p lang="en">{detail}</p>}
      {shown?.retryAt !== undefined && <WaitNotice until={shown.retryAt} />}
      {shown?.requestId && (
        <p className="notice-id">
          {t('common.requestId')} <code>{shown.requestId}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('common.tryAgain')}
        </button>
      )}
    </div>
  );
}
