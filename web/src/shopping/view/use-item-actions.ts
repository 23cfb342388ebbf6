import { useState } from 'react';
import { endFlow } from '../../telemetry/signals.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import type { ListStore, NewChange } from '../offline/list-store.ts';
import type { Item, ItemEdit, List } from '../types.ts';
import { addLine } from './add-line.ts';

/** What somebody can do to the items of a list; it shows at once and is sent when there is a network. */
export function useItemActions(list: List, store: ListStore) {
  const t = useText();
  const [said, say] = useState('');
  const { id } = list;
  const change = (made: NewChange) => {
    store.change(id, made).catch(() => toast(t('shopping.notKept')));
  };
  const putBack = (items: readonly Item[]) => {
    // What was removed never comes back: the same goes on the list as something new.
    for (const { id: _, ...item } of items) {
      change({ kind: 'add', itemId: crypto.randomUUID(), item });
    }
  };
  const remove = (items: readonly Item[]) => {
    for (const { id: itemId } of items) change({ kind: 'remove', itemId });
  };

  return {
    /** What a screen reader says of the last tick. */
    said,

    toggle({ id: itemId, name, checked }: Item) {
      change({ kind: 'edit', itemId, fields: { checked: !checked } });
      const left = list.itemCount - list.checkedCount - 1;
      say(checked ? t('shopping.unticked', { name }) : t('shopping.ticked', { name, left }));
      if (!checked && left === 0) endFlow('shop', 'done');
    },

    edit(itemId: string, fields: ItemEdit) {
      change({ kind: 'edit', itemId, fields });
    },

    /** Adds what was typed or pasted, a line each. */
    add(text: string) {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      // Each is added to the list that the one before has left.
      const added = lines.map((line) => {
        const one = addLine(store.list(id) ?? list, line);
        if (one.change) change(one.change);
        return one;
      });
      const [first] = added;
      if (added.length > 1) say(t('shopping.addedLines', { count: added.length }));
      else if (first) say(t(outcomeTexts[first.outcome], { name: first.name }));
      return added;
    },

    remove(item: Item) {
      remove([item]);
      toast(t('shopping.removed', { name: item.name }), {
        label: t('common.undo'),
        run: () => putBack([item]),
      });
    },

    clearTicked() {
      const ticked = list.items.filter(({ checked }) => checked);
      remove(ticked);
      toast(t('shopping.cleared', { count: ticked.length }), {
        label: t('common.undo'),
        run: () => putBack(ticked),
      });
    },
  };
}

const outcomeTexts = {
  new: 'shopping.added',
  addedUp: 'shopping.addedUp',
  alreadyThere: 'shopping.alreadyThere',
} as const;
