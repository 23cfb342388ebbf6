import { useInfiniteQuery } from '@tanstack/react-query';
import { PageLink } from '../app/PageLink.tsx';
import { useText } from '../texts/use-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Bone, Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { EarlierIcon } from '../ui/page-icons.tsx';
import { RateLimitNotice } from '../ui/RateLimitNotice.tsx';
import { sharesQuery } from './requests.ts';
import { ShareRow } from './ShareRow.tsx';
import './shares.css';

/** Every link that others may have, and the way to take it back. */
export default function SharesPage() {
  const t = useText();
  return (
    <div className="shares">
      <div className="shares-top">
        <PageLink page="account" to="/account" className="back-link">
          <EarlierIcon />
          {t('nav.account')}
        </PageLink>
        <PageHeading>{t('shares.title')}</PageHeading>
        <p className="lead">{t('shares.lead')}</p>
      </div>
      <ShareList />
    </div>
  );
}

function ShareList() {
  const t = useText();
  const shares = useInfiniteQuery(sharesQuery);
  const { data, error, failureReason, fetchNextPage, hasNextPage, isFetchingNextPage } = shares;
  const items = data?.pages.flatMap((page) => page.items);

  if (!items && error) return <ErrorNotice error={error} onRetry={() => void shares.refetch()} />;
  if (!items)
    return (
      <>
        <RateLimitNotice reason={failureReason} />
        <Loading label={t('shares.loading')}>
          {[1, 2, 3].map((row) => (
            <Bone key={row} className="share-bone" />
          ))}
        </Loading>
      </>
    );
  if (items.length === 0)
    return <EmptyState title={t('shares.empty.title')} text={t('shares.empty.text')} />;
  return (
    <>
      <ul className="share-list">
        {items.map((share) => (
          <ShareRow key={share.id} share={share} />
        ))}
      </ul>
      {error && <ErrorNotice error={error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? t('common.pleaseWait') : t('shares.more')}
        </button>
      )}
    </>
  );
}
