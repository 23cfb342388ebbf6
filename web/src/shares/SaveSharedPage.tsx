import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { recipeKeys } from '../api/keys.ts';
import { PageLink } from '../app/PageLink.tsx';
import { useLinkToken } from '../auth/use-link-token.ts';
import { DishArt } from '../recipes/dish/DishArt.tsx';
import { useText } from '../texts/use-text.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { PageLoading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { RateLimitNotice } from '../ui/RateLimitNotice.tsx';
import { toast } from '../ui/toasts.ts';
import { type SharedRecipe, saveCopy, sharedQuery } from './save-copy.ts';
import './shares.css';

/** Keeps a copy of a recipe that somebody shared: `/recipes/save#<token>`, where the shared page leads to. */
export default function SaveSharedPage() {
  const t = useText();
  const token = useLinkToken((fragment) => fragment);
  const shared = useQuery({ ...sharedQuery(token), enabled: token !== '' });

  if (!token || shared.data?.kind === 'shopping-list') return <NothingToSave />;
  return (
    <div className="shares">
      <PageHeading>{t('shares.save.title')}</PageHeading>
      <RateLimitNotice reason={shared.isPending ? shared.failureReason : null} />
      {shared.error && <ErrorNotice error={shared.error} onRetry={() => void shared.refetch()} />}
      {shared.isPending && <PageLoading />}
      {shared.data?.kind === 'recipe' && <Copy recipe={shared.data.recipe} />}
    </div>
  );
}

function NothingToSave() {
  const t = useText();
  return (
    <div className="empty">
      <DishArt dish="bowl" tone={3} />
      <PageHeading>{t('shares.save.none')}</PageHeading>
      <p>{t('shares.save.noneText')}</p>
      <PageLink page="recipeList" to="/recipes" className="button button-primary">
        {t('shares.save.recipes')}
      </PageLink>
    </div>
  );
}

function Copy({ recipe }: { recipe: SharedRecipe }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: () => saveCopy(recipe, key),
    onSuccess: ({ id, pictureMissing }) => {
      toast(t(pictureMissing ? 'shares.save.doneNoPicture' : 'shares.save.done'));
      void client.invalidateQueries({ queryKey: recipeKeys.lists });
      navigate(`/recipes/${id}`, { replace: true });
    },
  });
  const image = recipe.image?.urls[0];

  return (
    <article className="share-copy">
      {image && recipe.image && (
        <img src={image.url} width={recipe.image.width} height={recipe.image.height} alt="" />
      )}
      <div className="share-copy-text">
        <h2>{recipe.title}</h2>
        {recipe.description && <p>{recipe.description}</p>}
        <p>
          {t('shares.save.counts', {
            ingredients: recipe.ingredients.length,
            steps: recipe.steps.length,
          })}
        </p>
        {save.error && <ErrorNotice error={save.error} />}
        <button
          type="button"
          className="button button-primary"
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          {t(save.isPending ? 'common.pleaseWait' : 'shares.save.action')}
        </button>
      </div>
    </article>
  );
}
