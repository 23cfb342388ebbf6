import { useParams } from 'react-router';
import { isWithoutAnswer } from '../../api/api-error.ts';
import { PageLink } from '../../app/PageLink.tsx';
import { useFlow } from '../../telemetry/use-flow.ts';
import { useText } from '../../texts/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { EarlierIcon } from '../../ui/page-icons.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { BasketArt } from '../overview/BasketArt.tsx';
import { ShownList } from './ShownList.tsx';
import { useList } from './use-list.ts';
import './view.css';

/** One shopping list. */
export default function ShoppingListPage() {
  const { id = '' } = useParams();
  useFlow('shop');
  return <ListPage key={id} id={id} />;
}

function ListPage({ id }: { id: string }) {
  const t = useText();
  const { list, query, isGone, shopping } = useList(id);
  const isLastSeen = isWithoutAnswer(query.error);
  return (
    <div className="shop-page">
      <PageLink page="shoppingLists" to="/shopping" className="back-link">
        <EarlierIcon />
        {t('shopping.allLists')}
      </PageLink>
      <RateLimitNotice reason={query.isFetching ? query.failureReason : null} />
      {list && query.isError && !isLastSeen && (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      {list && <ShownList list={list} shopping={shopping} isLastSeen={isLastSeen} />}
      {!list && !query.isPending && <PageHeading>{t('shopping.title')}</PageHeading>}
      {isGone && (
        <EmptyState
          title={t('shopping.gone.title')}
          text={t('shopping.gone.text')}
          art={<BasketArt />}
        >
          <PageLink page="shoppingLists" to="/shopping" className="button button-primary">
            {t('shopping.gone.back')}
          </PageLink>
        </EmptyState>
      )}
      {!list && !isGone && query.isError && (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!list && query.isPending && (
        <Loading label={t('shopping.list.loading')}>
          <Bone className="bone-heading" />
          {[1, 2, 3, 4, 5, 6].map((row) => (
            <Bone key={row} className="shop-bone" />
          ))}
        </Loading>
      )}
    </div>
  );
}
