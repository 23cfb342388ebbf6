import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { currentLanguage } from '../../texts/i18n.ts';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { toast } from '../../ui/toasts.ts';
import { downloadExport, save } from './download.ts';
import { Progress } from './Progress.tsx';

/** Take everything along as one file. */
export function ExportData() {
  const t = useText();
  const [bytes, setBytes] = useState(0);
  const underWay = useRef<AbortController>(undefined);
  const download = useMutation({
    mutationFn: () => {
      setBytes(0);
      underWay.current = new AbortController();
      return downloadExport(underWay.current.signal, setBytes);
    },
    onSuccess: (file) => {
      save(file);
      toast(t('account.export.done'));
    },
  });
  const cancelled = underWay.current?.signal.aborted ?? false;

  return (
    <div className="settings-part">
      <h3>{t('account.export.title')}</h3>
      <p>{t('account.export.text')}</p>
      <RateLimitNotice reason={download.isPending ? download.failureReason : null} />
      {download.error && !cancelled && <ErrorNotice error={download.error} />}
      {download.isPending ? (
        <>
          <Progress label={t('account.export.progress', { size: megabytes(bytes) })} />
          <button type="button" className="button" onClick={() => underWay.current?.abort()}>
            {t('common.cancel')}
          </button>
        </>
      ) : (
        <button type="button" className="button" onClick={() => download.mutate()}>
          {t('account.export.action')}
        </button>
      )}
    </div>
  );
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
}
