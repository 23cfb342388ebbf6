import { ApiError } from '../../api/api-error.ts';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { importErrorKey } from './import-error.ts';

/** Says why nothing was imported, and what to do instead. */
export function ImportFailure({ error }: { error: unknown }) {
  const t = useText();
  const key = importErrorKey(error);
  if (!key) return <ErrorNotice error={error} />;
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{t('import.failed')}</p>
      <p>{t(key)}</p>
      {error instanceof ApiError && error.requestId && (
        <p className="notice-id">
          {t('common.requestId')} <code>{error.requestId}</code>
        </p>
      )}
    </div>
  );
}
