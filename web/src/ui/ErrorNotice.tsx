import { ApiError } from '../api/api-error.ts';
import { WaitNotice } from './WaitNotice.tsx';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what went wrong, with the request's id for whoever is asked for help, and a way on. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const shown = error instanceof ApiError ? error : undefined;
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{shown?.title ?? 'Something went wrong'}</p>
      <p>{shown?.detail ?? 'This page met an error that it did not expect. Please try again.'}</p>
      {shown?.retryAt !== undefined && <WaitNotice until={shown.retryAt} />}
      {shown?.requestId && (
        <p className="notice-id">
          Request id <code>{shown.requestId}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
