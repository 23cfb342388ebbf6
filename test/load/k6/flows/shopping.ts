import { api, type Page, type Stored } from '../api.ts';
import { pick } from '../random.ts';
import type { Flow } from './flow.ts';

interface List extends Stored {
  readonly items: readonly { readonly id: string; readonly checked: boolean }[];
}

/** Opens the shopping list, ticks an item and unticks another, as one does in a shop. */
export const shopping: Flow = {
  name: 'shopping list',
  weight: 16,
  run() {
    const { items } = api<Page<Stored>>('GET', '/api/shopping-lists', { query: '?limit=100' });
    const params = { id: items[0]?.id ?? newList() };
    const list = api<List>('GET', '/api/shopping-lists/:id', { params });
    for (const item of [pick(list.items), pick(list.items)]) {
      const fields = { checked: !item.checked };
      const at = new Date().toISOString();
      const body = { changes: [{ kind: 'edit', itemId: item.id, at, fields }] };
      api('POST', '/api/shopping-lists/:id/sync', { params, body });
    }
  },
};

function newList(): string {
  const body = { items: [{ name: 'milk' }, { name: 'bread' }] };
  return api<Stored>('POST', '/api/shopping-lists', { body }).id;
}
