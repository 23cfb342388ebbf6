import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { NewCollectionDialog } from '../lazy-dialogs.ts';
import { collectionsQuery } from '../requests.ts';
import { useMembership } from './use-membership.ts';
import './add.css';

interface AddToCollectionDialogProps {
  recipeId: string;
  onClose: () => void;
}

/** The person's collections, each with a tick where the recipe is in it. */
export default function AddToCollectionDialog({ recipeId, onClose }: AddToCollectionDialogProps) {
  const t = useText();
  const [makes, setMakes] = useState(false);
  const list = useInfiniteQuery(collectionsQuery());
  const membership = useMembership(recipeId);
  const items = list.data?.pages.flatMap((page) => page.items);
  const failed = [list, membership.query].find(({ isError }) => isError);

  if (makes) {
    return (
      <NewCollectionDialog
        recipeIds={[recipeId]}
        onMade={onClose}
        onClose={() => setMakes(false)}
      />
    );
  }
  return (
    <Dialog
      open
      variant="sheet"
      title={t('collections.addRecipe')}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button add-new" onClick={() => setMakes(true)}>
            <PlusIcon />
            {t('collections.new')}
          </button>
          <button type="button" className="button button-primary" onClick={onClose}>
            {t('collections.done')}
          </button>
        </>
      }
    >
      <RateLimitNotice reason={membership.waitsFor} />
      {failed && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {membership.error && <ErrorNotice error={membership.error} />}
      {(list.isPending || membership.query.isPending) && (
        <Loading label={t('collections.loading')}>
          <Bone className="bone-line" />
          <Bone className="bone-line" />
        </Loading>
      )}
      {items?.length === 0 && <p>{t('collections.empty.text')}</p>}
      {items && membership.query.data && (
        <ul className="add-list">
          {items.map(({ id, name, recipeCount }) => (
            <li key={id}>
              <label className="add-choice">
                <input
                  type="checkbox"
                  checked={membership.ids.has(id)}
                  onChange={({ target }) => membership.set({ id, isIn: target.checked })}
                />
                <span className="add-name">{name}</span>
                <span className="add-count">
                  {t('collections.recipes', { count: recipeCount })}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
          {t('collections.showMore')}
        </button>
      )}
    </Dialog>
  );
}
