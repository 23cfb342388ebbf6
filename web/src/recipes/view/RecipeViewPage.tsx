import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ApiError } from '../../api/api-error.ts';
import { AddToShopping } from '../../shopping/add/AddToShopping.tsx';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { useInSlices } from '../../ui/use-in-slices.ts';
import { useShownRecipe } from '../amounts/use-shown-recipe.ts';
import type { Recipe } from '../recipe.ts';
import { recipeQuery } from '../requests.ts';
import { preloadTimers } from '../timers/Timers.tsx';
import { Ingredients } from './Ingredients.tsx';
import { Method } from './Method.tsx';
import { NutritionFacts } from './Nutrition.tsx';
import { RecipeActions } from './RecipeActions.tsx';
import { RecipeHead } from './RecipeHead.tsx';
import { RecipeNotFound } from './RecipeNotFound.tsx';
import { RecipeViewLoading } from './RecipeViewLoading.tsx';
import { Servings } from './Servings.tsx';
import { UnitsField } from './UnitsField.tsx';
import '../amounts/ingredients.css';
import '../timers/step-text.css';
import './view.css';
import './print.css';

/** One recipe, to read and to cook from. */
export default function RecipeViewPage() {
  const t = useText();
  const { id = '' } = useParams();
  const query = useQuery(recipeQuery(id));
  const recipe = useInSlices(query.data);

  if (query.error instanceof ApiError && [400, 404].includes(query.error.status)) {
    return <RecipeNotFound />;
  }
  return (
    <>
      {query.isError && !query.data && <PageHeading>{t('recipe.title')}</PageHeading>}
      <RateLimitNotice reason={query.isFetching ? query.failureReason : null} />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {!recipe && !query.isError && <RecipeViewLoading />}
      {/* What is ticked off belongs to this recipe, not to the one a link leads to. */}
      {recipe && <RecipeArticle key={id} stored={recipe} />}
    </>
  );
}

function RecipeArticle({ stored }: { stored: Recipe }) {
  const t = useText();
  const { recipe = stored, servings, units, setServings, setUnits } = useShownRecipe(stored);
  useEffect(preloadTimers, []);
  return (
    <article className="recipe">
      <RecipeHead recipe={recipe}>
        <RecipeActions recipe={stored} servings={servings} />
      </RecipeHead>
      <div className="recipe-body">
        <Ingredients
          ingredients={recipe.ingredients}
          amounts={
            <div className="amounts">
              {stored.servings !== undefined && (
                <Servings
                  value={recipe.servings ?? stored.servings}
                  own={stored.servings}
                  onChange={setServings}
                />
              )}
              <UnitsField value={units} onChange={setUnits} />
            </div>
          }
        >
          <AddToShopping
            recipeId={stored.id}
            servings={servings}
            className="button button-wide to-shopping"
          />
        </Ingredients>
        <div className="recipe-text">
          <Method recipe={recipe} />
          {recipe.notes && (
            <section className="notes" aria-labelledby="notes-title">
              <h2 id="notes-title">{t('recipe.notes')}</h2>
              <p>{recipe.notes}</p>
            </section>
          )}
          {recipe.nutrition && <NutritionFacts nutrition={recipe.nutrition} />}
        </div>
      </div>
    </article>
  );
}
