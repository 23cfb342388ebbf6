import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageLink } from '../app/PageLink.tsx';
import { useText } from '../texts/use-text.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { createShare, sharesQuery } from './requests.ts';
import type { ShareTarget } from './ShareButton.tsx';
import './shares.css';

interface ShareDialogProps extends ShareTarget {
  onClose: () => void;
}

/** Makes a link, and shows it the only time that it can be seen. */
export default function ShareDialog({ kind, id, title, onClose }: ShareDialogProps) {
  const t = useText();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const { data } = useInfiniteQuery(sharesQuery);
  const make = useMutation({
    mutationFn: () => createShare(kind, id, key),
    onSuccess: () => queries.invalidateQueries({ queryKey: sharesQuery.queryKey }),
  });
  const link = make.data && window.location.origin + make.data.url;
  const earlier = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter((share) => share.targetId === id && share.id !== make.data?.id).length;

  return (
    <Dialog
      open
      title={t('shares.dialog.title', { title })}
      onClose={onClose}
      actions={
        link ? (
          <>
            <SendButton title={title} url={link} />
            <button type="button" className="button button-primary" onClick={onClose}>
              {t('shares.dialog.done')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button button-primary"
            disabled={make.isPending}
            onClick={() => make.mutate()}
          >
            {make.isPending ? t('common.pleaseWait') : t('shares.dialog.make')}
          </button>
        )
      }
    >
      <div className="share-dialog" aria-live="polite">
        {link ? (
          <CopyField label={t('shares.dialog.link')} value={link} hint={t('shares.dialog.once')} />
        ) : (
          <p>{t(kind === 'recipe' ? 'shares.dialog.recipe' : 'shares.dialog.list')}</p>
        )}
        {make.error && <ErrorNotice error={make.error} />}
        {earlier > 0 && (
          <p className="share-earlier">
            {t('shares.dialog.earlier', { count: earlier })}{' '}
            <PageLink page="shares" to="/account/shares">
              {t('shares.dialog.manage')}
            </PageLink>
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Hands the link to another app of the device, where the browser can. */
function SendButton({ title, url }: { title: string; url: string }) {
  const t = useText();
  if (!('share' in navigator)) return null;
  // Who closes the system's own dialog has changed their mind, and nothing is wrong.
  const send = () => void navigator.share({ title, url }).catch(() => undefined);
  return (
    <button type="button" className="button" onClick={send}>
      {t('shares.dialog.send')}
    </button>
  );
}
