import { useId } from 'react';
import { useText } from '../../texts/use-text.ts';
import type { Aisle, Item } from '../types.ts';
import { ItemRow, type RowActions } from './ItemRow.tsx';

/** What is still to be bought, in the order of a shop. */
export function Aisles({ items, ...actions }: RowActions & { items: readonly Item[] }) {
  const aisles = Map.groupBy(items, ({ aisle }) => aisle);
  return (
    <div className="shop-aisles" data-rows>
      {[...aisles].map(([aisle, found]) => (
        <AisleSection key={aisle} aisle={aisle} items={found} {...actions} />
      ))}
    </div>
  );
}

interface AisleSectionProps extends RowActions {
  aisle: Aisle;
  items: readonly Item[];
}

function AisleSection({ aisle, items, ...actions }: AisleSectionProps) {
  const t = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} className="shop-aisle">
      <h2 id={id}>{t(`shopping.aisle.${aisle}`)}</h2>
      <ul className="shop-rows">
        {items.map((item) => (
          <ItemRow key={item.id} item={item} {...actions} />
        ))}
      </ul>
    </section>
  );
}
