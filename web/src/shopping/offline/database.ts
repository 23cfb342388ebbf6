import type { Change, List } from '../types.ts';

/** A change that the server has not answered yet. */
export interface Unsent {
  readonly listId: string;
  readonly change: Change;
}

/** One that is kept. They are numbered in the order in which they were made. */
export interface Waiting extends Unsent {
  readonly number: number;
}

/** What a device keeps of somebody's shopping lists. */
export interface Kept {
  /** As the server last told them: the waiting changes are not in them. */
  readonly lists: readonly List[];
  /** In the order in which they are to be sent. */
  readonly waiting: readonly Waiting[];
}

/** Where that is kept. Each operation is done whole or not at all, and one after the other in all tabs. */
export interface Database {
  read(): Promise<Kept>;
  /** Keeps a list, unless a later version of it is kept: an answer that was slow changes nothing. */
  keep(list: List): Promise<void>;
  add(listId: string, change: Change): Promise<void>;
  /** Takes changes away that are in this answer of the server, or that it refuses, when there is none. */
  settle(numbers: readonly number[], answer?: List): Promise<void>;
  /** Takes a list away and what waits for it: it is no more. */
  forget(listId: string): Promise<void>;
}

/** Whether a list tells something new. Versions count up with every change. */
export function isNews(list: List, kept: List | undefined): boolean {
  return !kept || list.version > kept.version;
}
