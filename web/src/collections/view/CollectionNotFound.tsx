import { PageLink } from '../../app/PageLink.tsx';
import { DishArt } from '../../recipes/dish/DishArt.tsx';
import { useText } from '../../texts/use-text.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';

/** Stands in the place of a collection that is not there, or not of this person. */
export function CollectionNotFound() {
  const t = useText();
  return (
    <div className="empty">
      <DishArt dish="pot" tone={2} />
      <PageHeading>{t('collections.notFound.title')}</PageHeading>
      <p>{t('collections.notFound.text')}</p>
      <PageLink page="collections" to="/collections" className="button button-primary">
        {t('collections.all')}
      </PageLink>
    </div>
  );
}
