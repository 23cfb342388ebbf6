import type { Restoring } from './restoring.ts';

/** A thing in a file of everything that a user has, in the shape of JSON-LD. */
export type TransferNode = Readonly<Record<string, unknown>>;

/** One kind of thing that belongs to a user, and how it goes into a file and comes back. */
export interface TransferredResource {
  /** Its name in the API, such as `recipes`. */
  readonly name: string;
  /** Where its nodes hold our own fields as they are, such as `recipeBook:recipe`. */
  readonly property: `recipeBook:${string}`;
  /** `@type` of nodes of other programs that are read as well. */
  readonly type?: string;
  /** Whether its nodes point to others, which must then be restored first. */
  readonly refers: boolean;
  /** Everything of this kind that a user has. */
  export(owner: string): AsyncIterable<TransferNode>;
  /**
   * Adds those of a lot that are not there yet, so that the same file can be imported again.
   * @returns how many were added.
   */
  restore(nodes: readonly TransferNode[], restoring: Restoring): Promise<number>;
}
