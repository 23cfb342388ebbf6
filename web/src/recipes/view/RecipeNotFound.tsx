import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';

/** Stands in the place of a recipe that is not there, or not of this person. */
export function RecipeNotFound() {
  const t = useText();
  return (
    <div className="empty">
      <PageHeading>{t('recipe.notFound.title')}</PageHeading>
      <p>{t('recipe.notFound.text')}</p>
      <PageLink page="recipeList" to="/recipes" className="button button-primary">
        {t('recipe.notFound.list')}
      </PageLink>
    </div>
  );
}
