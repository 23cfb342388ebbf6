import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { shoppingKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { createList, shoppingListsQuery } from '../requests.ts';
import { useListState, useShopping } from '../use-shopping.ts';
import { BasketArt } from './BasketArt.tsx';
import { ListCard } from './ListCard.tsx';
import { NameDialog } from './NameDialog.tsx';
import { shownSummaries } from './summaries.ts';
import './overview.css';

/** The person's shopping lists: the one in use first. */
export default function ShoppingListsPage() {
  const t = useText();
  const shopping = useShopping();
  const { lists: kept } = useListState(shopping);
  const query = useQuery(shoppingListsQuery);
  const [isMaking, setMaking] = useState(false);
  const lists = shownSummaries(query.data?.items, kept, shopping.store);
  const make = (
    <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
      <PlusIcon />
      {t('shopping.new')}
    </button>
  );

  return (
    <>
      <div className="lists-top">
        <PageHeading>{t('shopping.title')}</PageHeading>
        {lists && lists.length > 0 && make}
      </div>
      <RateLimitNotice reason={query.isFetching ? query.failureReason : null} />
      {query.isError && !lists && (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && !lists && <ListsLoading />}
      {lists && lists.length > 0 && (
        <ul className="list-cards">
          {lists.map((list) => (
            <li key={list.id} className={list.isActive ? 'list-current' : undefined}>
              <ListCard list={list} />
            </li>
          ))}
        </ul>
      )}
      {lists?.length === 0 && (
        <EmptyState
          title={t('shopping.empty.title')}
          text={t('shopping.empty.text')}
          art={<BasketArt />}
        >
          {make}
        </EmptyState>
      )}
      {isMaking && <NewListDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function NewListDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { store } = useShopping();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  return (
    <NameDialog
      title={t('shopping.new.title')}
      name={t('shopping.new.suggestion')}
      action={t('shopping.new.make')}
      onClose={onClose}
      onSave={async (name) => {
        const made = await createList({ name }, key);
        await store.take(made);
        void queries.invalidateQueries({ queryKey: shoppingKeys.lists });
        await navigate(`/shopping/${made.id}`);
      }}
    />
  );
}

function ListsLoading() {
  const t = useText();
  return (
    <Loading label={t('shopping.loading')}>
      <Bone className="list-bone list-bone-current" />
      <Bone className="list-bone" />
      <Bone className="list-bone" />
    </Loading>
  );
}
