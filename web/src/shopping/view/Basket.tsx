import { useText } from '../../texts/use-text.ts';
import type { Item } from '../types.ts';
import { ItemRow, type RowActions } from './ItemRow.tsx';

interface BasketProps extends RowActions {
  items: readonly Item[];
  onClear: () => void;
}

/** What is ticked, folded away. */
export function Basket({ items, onClear, ...actions }: BasketProps) {
  const t = useText();
  return (
    <details className="shop-basket">
      <summary>{t('shopping.basket', { count: items.length })}</summary>
      <ul className="shop-rows" data-rows>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} {...actions} />
        ))}
      </ul>
      <button type="button" className="button-quiet" onClick={onClear}>
        {t('shopping.clear')}
      </button>
    </details>
  );
}
