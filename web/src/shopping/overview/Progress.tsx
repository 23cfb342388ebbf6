import { useText } from '../../texts/use-text.ts';
import type { ListSummary } from '../types.ts';
import './progress.css';

/** How much of a list is in the basket, in words and as a line. */
export function Progress({
  itemCount,
  checkedCount,
}: Pick<ListSummary, 'itemCount' | 'checkedCount'>) {
  const t = useText();
  const share = itemCount === 0 ? 0 : checkedCount / itemCount;
  return (
    <div className="shop-progress">
      <p>{t('shopping.progress', { done: checkedCount, total: itemCount })}</p>
      <div className="shop-progress-line" aria-hidden="true">
        <div style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  );
}
