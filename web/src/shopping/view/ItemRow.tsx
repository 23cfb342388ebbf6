import { type ChangeEvent, useId } from 'react';
import { useText } from '../../texts/use-text.ts';
import { MoreIcon } from '../../ui/page-icons.tsx';
import { formatAmount } from '../amount.ts';
import type { Item } from '../types.ts';

export interface RowActions {
  onToggle: (item: Item) => void;
  onEdit: (item: Item) => void;
}

/** One thing to buy: a press anywhere on the row ticks it. */
export function ItemRow({ item, onToggle, onEdit }: RowActions & { item: Item }) {
  const t = useText();
  const noteId = useId();
  const { name, note, checked } = item;
  const toggle = ({ target }: ChangeEvent<HTMLInputElement>) => {
    passFocusOn(target);
    onToggle(item);
  };
  return (
    <li className="shop-row">
      <label className="shop-tick">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={note ? noteId : undefined}
          onChange={toggle}
        />
        <span className="shop-name">
          <span className="shop-amount">{formatAmount(item)}</span> {name}
        </span>
      </label>
      {note && (
        <p id={noteId} className="shop-note">
          {note}
        </p>
      )}
      <button
        type="button"
        className="button-icon shop-edit"
        aria-label={t('shopping.edit', { name })}
        onClick={() => onEdit(item)}
      >
        <MoreIcon />
      </button>
    </li>
  );
}

/** A row that is ticked moves to another place: the focus stays where one is in the list. */
function passFocusOn(checkbox: HTMLInputElement): void {
  if (document.activeElement !== checkbox) return;
  const group = checkbox.closest('[data-rows]');
  const all = [...(group?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  const at = all.indexOf(checkbox);
  const next = all[at + 1] ?? all[at - 1] ?? document.querySelector<HTMLElement>('h1');
  next?.focus({ preventScroll: next.tagName === 'H1' });
}
