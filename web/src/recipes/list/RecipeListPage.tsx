import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { PageLink } from '../../app/PageLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { DishArt } from '../dish/DishArt.tsx';
import { recipeListQuery } from '../requests.ts';
import { Pager } from './Pager.tsx';
import { pageNumber } from './page-number.ts';
import { RecipeCard } from './RecipeCard.tsx';
import { RecipeListLoading } from './RecipeListLoading.tsx';
import './list.css';

/** The person's recipes, page by page. */
export default function RecipeListPage() {
  const [params] = useSearchParams();
  const page = pageNumber(params);
  const list = useQuery({ ...recipeListQuery(page), placeholderData: keepPreviousData });
  const { data } = list;

  return (
    <>
      <div className="list-top">
        <PageHeading>Recipes</PageHeading>
        {data && data.total > 0 && (
          <p className="list-count">{data.total === 1 ? '1 recipe' : `${data.total} recipes`}</p>
        )}
      </div>
      <RateLimitNotice reason={list.isFetching ? list.failureReason : null} />
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RecipeListLoading />}
      {data && data.items.length > 0 && (
        <>
          <ul className="card-grid" aria-busy={list.isPlaceholderData}>
            {data.items.map((recipe) => (
              <li key={recipe.id}>
                <RecipeCard recipe={recipe} />
              </li>
            ))}
          </ul>
          <Pager page={page} pages={Math.ceil(data.total / data.limit)} />
        </>
      )}
      {data && data.items.length === 0 && <NothingHere page={page} />}
    </>
  );
}

function NothingHere({ page }: { page: number }) {
  if (page > 1) {
    return (
      <EmptyState title="No recipes on this page" text="The list is shorter than that.">
        <PageLink page="recipeList" to="/recipes" className="button">
          Go to the first page
        </PageLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No recipes yet"
      text="Start with one you know by heart. It will be here on every device you sign in on."
      art={<DishArt dish="pot" tone={1} />}
    >
      <PageLink page="recipeNew" to="/recipes/new" className="button button-primary">
        Add your first recipe
      </PageLink>
    </EmptyState>
  );
}
