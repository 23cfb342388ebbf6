/** A thing in a file of everything that a user has, in the shape of JSON-LD. */
export type TransferNode = Readonly<Record<string, unknown>>;

/** What could not be restored. */
export interface TransferProblem {
  /** `@id` of the thing in the file. */
  readonly item: string;
  readonly message: string;
}

/** An import under way. */
export interface Restoring {
  readonly owner: string;
  /** `@id` in the file → id here, of all that is restored so far, for what points to it. */
  readonly ids: Map<string, string>;
  readonly problems: TransferProblem[];
}

/** One kind of thing that belongs to a user, and how it goes into a file and comes back. */
export interface TransferredResource {
  /** Its name in the API, such as `recipes`. */
  readonly name: string;
  /** `@type` of its nodes. */
  readonly type: string;
  /** Everything of this kind that a user has. */
  export(owner: string): AsyncIterable<TransferNode>;
  /**
   * Adds what is not there yet, so that the same file can be imported again.
   * @returns how many were added.
   */
  restore(nodes: readonly TransferNode[], restoring: Restoring): Promise<number>;
}
