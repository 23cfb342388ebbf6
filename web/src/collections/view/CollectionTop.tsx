import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { collectionKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { MoreIcon } from '../../ui/page-icons.tsx';
import { toast } from '../../ui/toasts.ts';
import type { Collection } from '../collection.ts';
import { RenameDialog } from '../lazy-dialogs.ts';
import { removeCollection } from '../requests.ts';

interface CollectionTopProps {
  /** As the server has it. */
  stored: Collection;
  /** With what is being saved. */
  shown: Collection;
  addButton: ReactNode;
}

/** What a collection is called, and what can be done with it as a whole. */
export function CollectionTop({ stored, shown, addButton }: CollectionTopProps) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const removal = useMutation({
    mutationFn: () => removeCollection(stored.id),
    onSuccess: async () => {
      // Away first: here the page would ask for what is gone. There is no way back to it either.
      await navigate('/collections', { replace: true });
      client.removeQueries({ queryKey: collectionKeys.one(stored.id) });
      void client.invalidateQueries({ queryKey: collectionKeys.lists });
      toast(t('collections.removed', { name: stored.name }));
    },
    onError: () => setOpen(undefined),
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <div className="collection-top">
        <div className="collection-words">
          <PageHeading>{shown.name}</PageHeading>
          {shown.description && <p className="lead">{shown.description}</p>}
          <p className="collection-count">
            {t('collections.recipes', { count: shown.recipes.length })}
          </p>
        </div>
        <div className="collection-tools">
          {shown.recipes.length > 0 && addButton}
          <Menu label={t('collections.more')} icon={<MoreIcon />}>
            <button type="button" onClick={() => setOpen('rename')}>
              {t('collections.rename')}
            </button>
            <button type="button" className="menu-danger" onClick={() => setOpen('remove')}>
              {t('collections.remove')}
            </button>
          </Menu>
        </div>
      </div>
      {removal.isError && <ErrorNotice error={removal.error} onRetry={() => removal.mutate()} />}
      {open === 'rename' && <RenameDialog collection={stored} onClose={close} />}
      <ConfirmDialog
        open={open === 'remove'}
        title={t('collections.removeTitle', { name: stored.name })}
        text={t('collections.removeText')}
        action={t('collections.remove')}
        busy={removal.isPending}
        onConfirm={() => removal.mutate()}
        onClose={close}
      />
    </>
  );
}
