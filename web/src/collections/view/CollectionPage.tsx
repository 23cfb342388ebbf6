import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiError } from '../../api/api-error.ts';
import { PageLink } from '../../app/PageLink.tsx';
import { DishArt } from '../../recipes/dish/DishArt.tsx';
import { useText } from '../../texts/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { EarlierIcon } from '../../ui/page-icons.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { toast } from '../../ui/toasts.ts';
import { useEditCollection, useEdited } from '../changes/use-edits.ts';
import type { RecipeCard } from '../collection.ts';
import { collectionQuery } from '../requests.ts';
import { AddRecipesDialog } from './AddRecipesDialog.tsx';
import { CollectionNotFound } from './CollectionNotFound.tsx';
import { CollectionTop } from './CollectionTop.tsx';
import { SortableRecipes } from './SortableRecipes.tsx';
import './view.css';

/** One collection: its recipes in an order of the person's own. */
export default function CollectionPage() {
  const t = useText();
  const { id = '' } = useParams();
  const [adds, setAdds] = useState(false);
  const query = useQuery(collectionQuery(id));
  const { shown, waitsFor } = useEdited(query.data, id);
  const { mutate, error, variables, reset } = useEditCollection(id);

  const takeOut = (recipe: RecipeCard, at: number) => {
    mutate({ kind: 'take', recipeId: recipe.id });
    toast(t('collections.takenOut', { title: recipe.title }), {
      label: t('common.undo'),
      run: () => mutate({ kind: 'put', recipe, at }),
    });
  };
  const retry = () => {
    reset();
    if (variables) mutate(variables);
  };
  const addButton = (
    <button type="button" className="button button-primary" onClick={() => setAdds(true)}>
      <PlusIcon />
      {t('collections.addRecipes')}
    </button>
  );

  if (query.error instanceof ApiError && [400, 404].includes(query.error.status)) {
    return <CollectionNotFound />;
  }
  return (
    <div className="collection">
      <PageLink page="collections" to="/collections" className="back-link">
        <EarlierIcon />
        {t('collections.all')}
      </PageLink>
      {query.isError && !query.data && <PageHeading>{t('collections.one')}</PageHeading>}
      <RateLimitNotice reason={query.isFetching ? query.failureReason : waitsFor} />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {query.isPending && <CollectionLoading />}
      {query.data && shown && (
        <>
          <CollectionTop stored={query.data} shown={shown} addButton={addButton} />
          {shown.recipes.length === 0 ? (
            <EmptyState
              title={t('collections.emptyOne.title')}
              text={t('collections.emptyOne.text')}
              art={<DishArt dish="bowl" tone={2} />}
            >
              {addButton}
            </EmptyState>
          ) : (
            <SortableRecipes
              recipes={shown.recipes}
              onMove={(recipeId, to) => mutate({ kind: 'move', recipeId, to })}
              onTakeOut={takeOut}
            />
          )}
        </>
      )}
      {adds && shown && (
        <AddRecipesDialog
          name={shown.name}
          recipeIds={shown.recipeIds}
          onPut={(recipe) => mutate({ kind: 'put', recipe })}
          onTake={(recipeId) => mutate({ kind: 'take', recipeId })}
          onClose={() => setAdds(false)}
        />
      )}
    </div>
  );
}

function CollectionLoading() {
  const t = useText();
  return (
    <Loading label={t('collections.loadingOne')}>
      <Bone className="bone-heading" />
      <div className="collection-recipes">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Bone key={key} className="bone-collection-recipe" />
        ))}
      </div>
    </Loading>
  );
}
