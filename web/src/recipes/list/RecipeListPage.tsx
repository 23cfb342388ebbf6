import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { useInSlices } from '../../ui/use-in-slices.ts';
import { DishArt } from '../dish/DishArt.tsx';
import { recipeListQuery } from '../requests.ts';
import { ActiveFilters, ClearFilters } from './ActiveFilters.tsx';
import { FilterFields } from './FilterFields.tsx';
import { filterNames } from './filter.ts';
import { FilterIcon } from './icons.tsx';
import { LoadMore } from './LoadMore.tsx';
import { RecipeGrid } from './RecipeGrid.tsx';
import { RecipeListLoading } from './RecipeListLoading.tsx';
import { SearchField } from './SearchField.tsx';
import { SortField } from './SortField.tsx';
import { useFilter } from './use-filter.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import './list.css';

/** The person's recipes: all of them, or those looked for. */
export default function RecipeListPage() {
  const t = useText();
  const [filter, change] = useFilter();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const list = useInfiniteQuery({ ...recipeListQuery(filter), placeholderData: keepPreviousData });
  const data = useInSlices(list.data);
  useKeptScroll(data !== undefined);

  const total = data?.pages[0]?.total;
  const active = filterNames.filter((name) => filter[name] !== undefined).length;
  const hasNoRecipes = total === 0 && active === 0 && !list.isPlaceholderData;
  const inSheet = active - (filter.q === undefined ? 0 : 1);

  return (
    <>
      <div className="list-top">
        <PageHeading>{t('recipes.title')}</PageHeading>
        <p className="list-count" role="status">
          {total !== undefined && !hasNoRecipes && t('recipes.count', { count: total })}
        </p>
        <PageLink page="recipeImport" className="button-quiet list-import" to="/recipes/import">
          {t('recipes.import')}
        </PageLink>
      </div>
      {hasNoRecipes ? (
        <NoRecipes />
      ) : (
        <div className="list-body">
          <div className="list-tools">
            <SearchField
              value={filter.q ?? ''}
              onChange={(q) => change({ q: q === '' ? undefined : q })}
            />
            <button
              type="button"
              className="button list-filter-button"
              aria-haspopup="dialog"
              onClick={() => setSheetOpen(true)}
            >
              <FilterIcon />
              {inSheet > 0 ? t('recipes.filtersOn', { count: inSheet }) : t('recipes.filters')}
            </button>
            <SortField filter={filter} onChange={change} />
          </div>
          <aside className="list-panel" aria-label={t('recipes.filters')}>
            <FilterFields filter={filter} onChange={change} />
          </aside>
          <div className="list-found">
            <ActiveFilters filter={filter} onChange={change} />
            <RateLimitNotice reason={list.isFetching ? list.failureReason : null} />
            {!data && !list.isError && <RecipeListLoading />}
            {data && total === 0 && !list.isPlaceholderData && (
              <EmptyState
                title={t('recipes.none.title')}
                text={t('recipes.none.text')}
                art={<DishArt dish="bowl" tone={3} />}
              >
                <ClearFilters className="button" onChange={change} />
              </EmptyState>
            )}
            {data && <RecipeGrid pages={data.pages} isOld={list.isPlaceholderData} />}
            {list.isError && (
              <ErrorNotice
                error={list.error}
                onRetry={() =>
                  void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())
                }
              />
            )}
            {data && list.hasNextPage && !list.isError && (
              <LoadMore
                busy={list.isFetchingNextPage || list.isPlaceholderData}
                onLoad={() => void list.fetchNextPage()}
              />
            )}
          </div>
          <Dialog
            open={isSheetOpen}
            variant="sheet"
            title={t('recipes.filters')}
            onClose={() => setSheetOpen(false)}
            actions={
              <>
                <ClearFilters className="button" onChange={change} />
                <button
                  type="button"
                  className="button button-primary"
                  onClick={() => setSheetOpen(false)}
                >
                  {t('recipes.filter.show', { count: total ?? 0 })}
                </button>
              </>
            }
          >
            <FilterFields filter={filter} onChange={change} />
          </Dialog>
        </div>
      )}
    </>
  );
}

function NoRecipes() {
  const t = useText();
  return (
    <EmptyState
      title={t('recipes.empty.title')}
      text={t('recipes.empty.text')}
      art={<DishArt dish="pot" tone={1} />}
    >
      <p className="list-empty-actions">
        <PageLink page="recipeNew" to="/recipes/new" className="button button-primary">
          {t('recipes.empty.add')}
        </PageLink>
        <PageLink page="recipeImport" to="/recipes/import" className="button">
          {t('recipes.empty.import')}
        </PageLink>
      </p>
    </EmptyState>
  );
}
