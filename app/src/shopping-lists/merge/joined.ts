import { maxRecipes } from '../item-schemas.ts';
import type { ItemState, Register, Registers } from './state.ts';

/** What two states of one item say together. */
export function joined(a: ItemState, b: ItemState): ItemState {
  if (a.removedAt !== undefined || b.removedAt !== undefined) {
    return { id: a.id, removedAt: Math.max(a.removedAt ?? 0, b.removedAt ?? 0) };
  }
  return {
    id: a.id,
    ...both('addedAt', a.addedAt, b.addedAt, Math.min),
    ...joinedRegisters(a, b),
    ...keptRecipes([...(a.recipeIds ?? []), ...(b.recipeIds ?? [])]),
  };
}

/** Ids as they are kept: each once, in one order, and not more than an item can have. */
export function keptRecipes(ids: readonly string[]): Pick<ItemState, 'recipeIds'> {
  const kept = [...new Set(ids)].sort().slice(0, maxRecipes);
  return kept.length > 0 ? { recipeIds: kept } : {};
}

/** Brings states together, one for each item, in the order in which the items came first. */
export function joinedAll(states: Iterable<ItemState>): ItemState[] {
  const items = new Map<string, ItemState>();
  for (const state of states) {
    const known = items.get(state.id);
    items.set(state.id, known ? joined(known, state) : state);
  }
  return [...items.values()];
}

function joinedRegisters(a: Registers, b: Registers): Registers {
  return {
    ...both('name', a.name, b.name, later),
    ...both('amount', a.amount, b.amount, later),
    ...both('note', a.note, b.note, later),
    ...both('aisle', a.aisle, b.aisle, later),
    ...both('checked', a.checked, b.checked, later),
  };
}

function both<K extends string, T>(
  key: K,
  a: T | undefined,
  b: T | undefined,
  choose: (a: T, b: T) => T,
): Partial<Record<K, T>> {
  const value = a === undefined ? b : b === undefined ? a : choose(a, b);
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;
}

/** Values set in the same millisecond are told apart by what they are; `true` (checked) wins. */
function later<T>(a: Register<T>, b: Register<T>): Register<T> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return rank(a.value) >= rank(b.value) ? a : b;
}

function rank(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
