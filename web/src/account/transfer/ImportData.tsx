import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { currentLanguage } from '../../texts/i18n.ts';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { readMe } from '../requests.ts';
import { ImportReport } from './ImportReport.tsx';
import { Progress } from './Progress.tsx';
import { uploadImport } from './upload.ts';

/** Bring in a file: one of an export, or recipes of another program. */
export function ImportData() {
  const t = useText();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [replaceName, setReplaceName] = useState(false);
  const [sent, setSent] = useState(0);
  const underWay = useRef<AbortController>(undefined);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      setSent(0);
      underWay.current = new AbortController();
      const { signal } = underWay.current;
      return uploadImport({ file, replaceName, signal, onProgress: setSent });
    },
    // Also after a failure: what came before it was added.
    onSettled: async () => {
      // The import succeeded all the same; the name shows when it is read the next time.
      if (replaceName) await readMe().catch(() => undefined);
      await queries.invalidateQueries();
    },
  });
  const cancelled = underWay.current?.signal.aborted ?? false;
  const percent = new Intl.NumberFormat(currentLanguage(), { style: 'percent' });

  return (
    <div className="settings-part">
      <h3>{t('account.import.title')}</h3>
      <p id={hintId}>{t('account.import.text')}</p>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={replaceName}
          disabled={upload.isPending}
          onChange={(event) => setReplaceName(event.target.checked)}
        />
        <span>{t('account.import.replaceName')}</span>
      </label>
      <input
        ref={chooser}
        type="file"
        accept=".jsonld,.json,application/ld+json,application/json"
        aria-label={t('account.import.action')}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) upload.mutate(file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      <RateLimitNotice reason={upload.isPending ? upload.failureReason : null} />
      {upload.isPending ? (
        <>
          {sent < 1 ? (
            <Progress
              label={t('account.import.sending', { percent: percent.format(sent) })}
              value={sent}
            />
          ) : (
            <Progress label={t('account.import.reading')} />
          )}
          <button type="button" className="button" onClick={() => underWay.current?.abort()}>
            {t('common.cancel')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="button"
          aria-describedby={hintId}
          onClick={() => chooser.current?.click()}
        >
          {t('account.import.action')}
        </button>
      )}
      <div role="status">
        {upload.data && <ImportReport result={upload.data} />}
        {upload.error && cancelled && <p>{t('account.import.cancelled')}</p>}
      </div>
      {upload.error && !cancelled && <ErrorNotice error={upload.error} />}
    </div>
  );
}
