import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DishArt } from '../../recipes/dish/DishArt.tsx';
import { useText } from '../../texts/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { NewCollectionDialog } from '../lazy-dialogs.ts';
import { collectionsQuery } from '../requests.ts';
import { CollectionCard } from './CollectionCard.tsx';
import './list.css';

/** The person's collections. */
export default function CollectionsPage() {
  const t = useText();
  const navigate = useNavigate();
  const [makes, setMakes] = useState(false);
  const list = useInfiniteQuery(collectionsQuery());
  const items = list.data?.pages.flatMap((page) => page.items);
  const newButton = (
    <button type="button" className="button button-primary" onClick={() => setMakes(true)}>
      <PlusIcon />
      {t('collections.new')}
    </button>
  );
  return (
    <>
      <div className="collections-top">
        <PageHeading>{t('nav.collections')}</PageHeading>
        {items && items.length > 0 && newButton}
      </div>
      <RateLimitNotice reason={list.isFetching ? list.failureReason : null} />
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <CollectionsLoading />}
      {items?.length === 0 && (
        <EmptyState
          title={t('collections.empty.title')}
          text={t('collections.empty.text')}
          art={<DishArt dish="bowl" tone={2} />}
        >
          {newButton}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className="collection-grid">
          {items.map((collection) => (
            <li key={collection.id}>
              <CollectionCard collection={collection} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p className="collections-more">
          <button
            type="button"
            className="button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('collections.showMore')}
          </button>
        </p>
      )}
      {makes && (
        <NewCollectionDialog
          onMade={({ id }) => navigate(`/collections/${id}`)}
          onClose={() => setMakes(false)}
        />
      )}
    </>
  );
}

function CollectionsLoading() {
  const t = useText();
  return (
    <Loading label={t('collections.loading')}>
      <div className="collection-grid">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Bone key={key} className="bone-collection" />
        ))}
      </div>
    </Loading>
  );
}
