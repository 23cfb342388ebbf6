import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ApiError } from '../../api/api-error.ts';
import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageLoading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { useShownRecipe } from '../amounts/use-shown-recipe.ts';
import { recipeQuery } from '../requests.ts';
import { preloadTimers } from '../timers/Timers.tsx';
import { RecipeNotFound } from '../view/RecipeNotFound.tsx';
import { Cooking } from './Cooking.tsx';
import '../amounts/ingredients.css';
import '../timers/step-text.css';
import './cook.css';

/** A recipe to cook by, on a screen that stands in the kitchen. */
export default function RecipeCookPage() {
  const t = useText();
  const { id = '' } = useParams();
  const query = useQuery(recipeQuery(id));
  const { recipe, servings } = useShownRecipe(query.data);
  useEffect(preloadTimers, []);

  if (query.error instanceof ApiError && [400, 404].includes(query.error.status)) {
    return <RecipeNotFound />;
  }
  if (!recipe) {
    return (
      <>
        {query.isError && <PageHeading>{t('recipe.title')}</PageHeading>}
        <RateLimitNotice reason={query.isFetching ? query.failureReason : null} />
        {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <PageLoading />}
      </>
    );
  }
  const leaveTo = `/recipes/${id}${servings === undefined ? '' : `?servings=${servings}`}`;
  if (recipe.steps.length === 0) {
    return (
      <>
        <PageHeading>{recipe.title}</PageHeading>
        <EmptyState title={t('recipe.noSteps')} text={t('cook.noSteps')}>
          <PageLink page="recipeView" to={leaveTo} className="button">
            {t('cook.leave')}
          </PageLink>
        </EmptyState>
      </>
    );
  }
  return <Cooking recipe={recipe} leaveTo={leaveTo} />;
}
