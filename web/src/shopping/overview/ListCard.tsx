import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import type { ListSummary } from '../types.ts';
import { ListMenu } from './ListMenu.tsx';
import { Progress } from './Progress.tsx';

/** One list among the others. */
export function ListCard({ list }: { list: ListSummary }) {
  const t = useText();
  return (
    <article className="list-card">
      {list.isActive && <p className="list-card-current">{t('shopping.current')}</p>}
      <h2>
        <PageLink page="shoppingList" to={`/shopping/${list.id}`}>
          {list.name}
        </PageLink>
      </h2>
      <Progress {...list} />
      <div className="list-card-menu">
        <ListMenu list={list} />
      </div>
    </article>
  );
}
