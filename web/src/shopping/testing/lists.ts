import type { Change, Item, List } from '../types.ts';

export const listId = 'b'.repeat(24);

export function itemId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** An item that nobody has ticked. */
export function itemNamed(number: number, name: string, more: Partial<Item> = {}): Item {
  return { id: itemId(number), name, aisle: 'other', checked: false, recipeIds: [], ...more };
}

export function listOf(items: readonly Item[], more: Partial<List> = {}): List {
  const shown = [...items];
  return {
    id: listId,
    name: 'Saturday',
    isActive: true,
    itemCount: shown.length,
    checkedCount: shown.filter(({ checked }) => checked).length,
    version: 1,
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    items: shown,
    ...more,
  };
}

/** A tick of an item, or another edit of it. */
export function editOf(number: number, fields: object = { checked: true }): Change {
  return { kind: 'edit', itemId: itemId(number), at: '2026-11-20T10:00:05.000Z', fields };
}
