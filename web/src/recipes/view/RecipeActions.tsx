import { useState } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { AddToCollection } from '../../collections/AddToCollection.tsx';
import { ShareButton } from '../../shares/ShareButton.tsx';
import { useText } from '../../texts/use-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import { MoreIcon } from '../../ui/page-icons.tsx';
import type { Recipe } from '../recipe.ts';
import { DeleteRecipe } from './DeleteRecipe.tsx';
import { CookIcon } from './icons.tsx';
import { useDuplicate } from './use-duplicate.ts';

interface RecipeActionsProps {
  recipe: Recipe;
  /** What it is scaled to, when it is. */
  servings: number | undefined;
}

/** What can be done with a recipe. */
export function RecipeActions({ recipe, servings }: RecipeActionsProps) {
  const t = useText();
  const [isDeleting, setDeleting] = useState(false);
  const [isCollecting, setCollecting] = useState(false);
  const duplicate = useDuplicate(recipe.id);
  const scaled = servings === undefined ? '' : `?servings=${servings}`;
  return (
    <div className="recipe-actions">
      {recipe.steps.length > 0 && (
        <PageLink
          page="recipeCook"
          to={`/recipes/${recipe.id}/cook${scaled}`}
          className="button button-primary"
        >
          <CookIcon />
          {t('recipe.startCooking')}
        </PageLink>
      )}
      <PageLink page="recipeEdit" to={`/recipes/${recipe.id}/edit`} className="button">
        {t('recipe.edit')}
      </PageLink>
      <ShareButton kind="recipe" id={recipe.id} title={recipe.title} />
      <Menu label={t('recipe.more')} icon={<MoreIcon />}>
        <PageLink page="plan" to={`/plan?add=${recipe.id}`}>
          {t('recipe.plan')}
        </PageLink>
        <button type="button" onClick={() => setCollecting(true)}>
          {t('recipe.collect')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t('recipe.print')}
        </button>
        <button type="button" disabled={duplicate.isPending} onClick={duplicate.run}>
          {t('recipe.duplicate')}
        </button>
        <button type="button" className="menu-danger" onClick={() => setDeleting(true)}>
          {t('recipe.delete')}
        </button>
      </Menu>
      {isCollecting && (
        <AddToCollection recipeId={recipe.id} onClose={() => setCollecting(false)} />
      )}
      <DeleteRecipe recipe={recipe} open={isDeleting} onClose={() => setDeleting(false)} />
    </div>
  );
}
