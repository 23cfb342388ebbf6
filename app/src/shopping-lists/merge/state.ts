import type { Aisle } from '../aisles/aisles.ts';
import type { Amount } from '../amounts/amount.ts';

/** A value and when it was set, milliseconds since 1970. Of two, the later one counts. */
export interface Register<T> {
  readonly value: T;
  readonly at: number;
}

/** The fields of an item that change on their own. Quantity and unit change together: `2 kg` and `500 g` must not become `500 kg`. */
export interface Registers {
  readonly name?: Register<string>;
  readonly amount?: Register<Amount>;
  readonly note?: Register<string | null>;
  readonly aisle?: Register<Aisle>;
  readonly checked?: Register<boolean>;
}

/**
 * All that is known of an item. The states of one item form a semilattice: `joined` brings two of
 * them together, in any order and as often as you like, with the same result.
 */
export interface ItemState extends Registers {
  readonly id: string;
  /** When it was put on the list. Absent when so far only changes to it have arrived. */
  readonly addedAt?: number;
  /** When it was removed. Then nothing else is kept: a removed item never comes back. */
  readonly removedAt?: number;
  readonly recipeIds?: readonly string[];
}
