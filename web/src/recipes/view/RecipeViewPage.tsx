import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiError } from '../../api/api-error.ts';
import { PageLink } from '../../app/PageLink.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { recipeQuery } from '../requests.ts';
import { Ingredients } from './Ingredients.tsx';
import { Method } from './Method.tsx';
import { RecipeHead } from './RecipeHead.tsx';
import { RecipeViewLoading } from './RecipeViewLoading.tsx';
import './view.css';

/** One recipe, to read and to cook from. */
export default function RecipeViewPage() {
  const { id = '' } = useParams();
  const query = useQuery(recipeQuery(id));
  const recipe = query.data;

  if (query.error instanceof ApiError && [400, 404].includes(query.error.status)) {
    return (
      <div className="empty">
        <PageHeading>Recipe not found</PageHeading>
        <p>It may have been deleted, or the link has a typing mistake.</p>
        <PageLink page="recipeList" to="/recipes" className="button button-primary">
          Go to the recipes
        </PageLink>
      </div>
    );
  }
  return (
    <>
      {query.isError && !recipe && <PageHeading>Recipe</PageHeading>}
      <RateLimitNotice reason={query.isFetching ? query.failureReason : null} />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RecipeViewLoading />}
      {recipe && (
        <article className="recipe">
          <RecipeHead recipe={recipe} />
          <div className="recipe-body">
            {recipe.ingredients.length > 0 && <Ingredients ingredients={recipe.ingredients} />}
            {recipe.steps.length > 0 && <Method steps={recipe.steps} />}
          </div>
        </article>
      )}
    </>
  );
}
