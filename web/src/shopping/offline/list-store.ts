import type { Change, ItemEdit, List } from '../types.ts';
import { withChanges } from './apply.ts';
import type { Database, Kept, Unsent, Waiting } from './database.ts';
import { momentAfter } from './moment.ts';

/** A change without what the store adds: when it was made. */
export type NewChange = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;

/** What a tab knows of the lists. */
export interface ListState {
  /** As the server last told them. */
  readonly lists: readonly List[];
  /** What it has not been told yet, or has not answered. */
  readonly unsent: readonly Unsent[];
}

/**
 * Somebody's shopping lists in this tab: what the server last told, and what was done since and waits to be sent.
 * The device's database is the truth for all tabs; this shows it, and what is being written at the moment. Fits React's
 * `useSyncExternalStore`.
 */
export class ListStore {
  readonly #database: Database;
  readonly #tellTabs: () => void;
  readonly #clock: () => number;
  readonly #listeners = new Set<() => void>();
  #state: ListState = { lists: [], unsent: [] };
  #kept: Kept = { lists: [], waiting: [] };
  /** Changes on their way into the database. */
  #beingWritten: readonly Unsent[] = [];
  #reads = 0;
  #latestRead = 0;

  /**
   * @param tellTabs says to the other tabs that they should `reread`.
   * @param clock the device's, ms since 1970.
   */
  constructor(database: Database, tellTabs: () => void = () => {}, clock = Date.now) {
    this.#database = database;
    this.#tellTabs = tellTabs;
    this.#clock = clock;
  }

  readonly getSnapshot = (): ListState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A list as it will be once everything is sent; undefined when this device does not have it. */
  list(id: string): List | undefined {
    const kept = this.#state.lists.find((list) => list.id === id);
    return (
      kept &&
      withChanges(
        kept,
        this.#unsentOf(id).map(({ change }) => change),
      )
    );
  }

  /** Takes in what the server tells of a list, in whatever order its answers come. */
  async take(list: List): Promise<void> {
    await this.#database.keep(list);
    await this.#written();
  }

  /** Does something to a list: it shows at once, and is kept to be sent. */
  async change(listId: string, made: NewChange): Promise<void> {
    const list = this.list(listId);
    if (!list) return;
    const change = {
      ...made,
      at: momentAfter(list, this.#unsentOf(listId), this.#clock()),
    } as Change;
    const one = { listId, change };
    this.#beingWritten = [...this.#beingWritten, one];
    this.#show();
    const written = () => {
      this.#beingWritten = this.#beingWritten.filter((other) => other !== one);
    };
    try {
      await this.#database.add(listId, change);
    } catch (error) {
      written();
      this.#show();
      throw error;
    }
    await this.#written(written);
  }

  edit(listId: string, itemId: string, fields: ItemEdit): Promise<void> {
    return this.change(listId, { kind: 'edit', itemId, fields });
  }

  /** Changes are in this answer of the server. */
  async settle(numbers: readonly number[], answer: List): Promise<void> {
    await this.#database.settle(numbers, answer);
    await this.#written();
  }

  /** Gives changes up that the server refuses. */
  async drop(numbers: readonly number[]): Promise<void> {
    await this.#database.settle(numbers);
    await this.#written();
  }

  /** A list is no more. */
  async forget(listId: string): Promise<void> {
    await this.#database.forget(listId);
    await this.#written();
  }

  /** The changes to send, also those of other tabs. */
  async waiting(): Promise<readonly Waiting[]> {
    await this.#read();
    return this.#kept.waiting;
  }

  /** Shows what is kept now, after another tab has changed it. */
  reread(): Promise<void> {
    return this.#read();
  }

  async #written(seen?: () => void): Promise<void> {
    this.#tellTabs();
    await this.#read(seen);
  }

  /** @param seen called when what is read is about to be shown. */
  async #read(seen: () => void = () => {}): Promise<void> {
    this.#reads += 1;
    const read = this.#reads;
    const kept = await this.#database.read();
    seen();
    // One that was begun earlier and ends later knows less.
    if (read > this.#latestRead) {
      this.#latestRead = read;
      this.#kept = kept;
    }
    this.#show();
  }

  #unsentOf(listId: string): Unsent[] {
    return this.#state.unsent.filter((one) => one.listId === listId);
  }

  #show(): void {
    this.#state = {
      lists: this.#kept.lists,
      unsent: [...this.#kept.waiting, ...this.#beingWritten],
    };
    for (const listener of this.#listeners) listener();
  }
}
