import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import type { CollectionSummary } from '../collection.ts';
import { Cover } from './Cover.tsx';

/** One collection of the list; the whole card opens it. */
export function CollectionCard({ collection }: { collection: CollectionSummary }) {
  const t = useText();
  const { id, name, recipeCount, firstRecipes } = collection;
  return (
    <article className="collection-card">
      <Cover recipes={firstRecipes} />
      <div className="collection-card-text">
        <h2>
          <PageLink page="collection" to={`/collections/${id}`}>
            {name}
          </PageLink>
        </h2>
        <p>{t('collections.recipes', { count: recipeCount })}</p>
      </div>
    </article>
  );
}
