import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Change, List } from '../types.ts';
import { type Database, isNews, type Kept, type Waiting } from './database.ts';
import { databaseName } from './forget.ts';

interface Schema extends DBSchema {
  /** One record: the id of the user whose lists these are. */
  owner: { key: 'id'; value: string };
  lists: { key: string; value: List };
  waiting: { key: number; value: Omit<Waiting, 'number'> & { readonly number?: number } };
}

const stores = ['owner', 'lists', 'waiting'] as const;
type Stores = IDBPTransaction<Schema, typeof stores, 'readwrite'>;

/**
 * Keeps one person's lists on the device, in IndexedDB; all tabs share them. Whoever signs in next takes the place
 * over and finds it empty, and a tab that is still the former's reads and writes nothing there.
 */
export class IndexedDatabase implements Database {
  readonly #owner: string;
  readonly #isSignedIn: () => boolean;
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  /**
   * @param owner id of the user.
   * @param isSignedIn whether they still are: a browser that cleared the site's data has left a place of nobody's.
   */
  constructor(owner: string, isSignedIn: () => boolean) {
    this.#owner = owner;
    this.#isSignedIn = isSignedIn;
  }

  /** Makes the place this owner's. Rejects when the browser gives none. */
  async open(): Promise<void> {
    const tx = (await this.#database()).transaction(stores, 'readwrite');
    if ((await tx.objectStore('owner').get('id')) !== this.#owner) {
      for (const name of stores) await tx.objectStore(name).clear();
      await tx.objectStore('owner').put(this.#owner, 'id');
    }
    await tx.done;
  }

  async read(): Promise<Kept> {
    const tx = (await this.#database()).transaction(stores);
    const [owner, lists, waiting] = await Promise.all([
      tx.objectStore('owner').get('id'),
      tx.objectStore('lists').getAll(),
      tx.objectStore('waiting').getAll(),
    ]);
    await tx.done;
    // Each has the number that it was stored by.
    return owner === this.#owner
      ? { lists, waiting: waiting as Waiting[] }
      : { lists: [], waiting: [] };
  }

  keep(list: List): Promise<void> {
    return this.#write((tx) => keepNews(tx, list));
  }

  add(listId: string, change: Change): Promise<void> {
    return this.#write(async (tx) => {
      await tx.objectStore('waiting').add({ listId, change });
    });
  }

  settle(numbers: readonly number[], answer?: List): Promise<void> {
    return this.#write(async (tx) => {
      if (answer) await keepNews(tx, answer);
      for (const number of numbers) await tx.objectStore('waiting').delete(number);
    });
  }

  forget(listId: string): Promise<void> {
    return this.#write(async (tx) => {
      await tx.objectStore('lists').delete(listId);
      for await (const cursor of tx.objectStore('waiting')) {
        if (cursor.value.listId === listId) await cursor.delete();
      }
    });
  }

  /** Does nothing once somebody else has the place, or this owner has signed out. */
  async #write(work: (tx: Stores) => Promise<void>): Promise<void> {
    const tx = (await this.#database()).transaction(stores, 'readwrite');
    const owner = await tx.objectStore('owner').get('id');
    const isLeft = owner === undefined && this.#isSignedIn();
    if (isLeft) await tx.objectStore('owner').put(this.#owner, 'id');
    if (isLeft || owner === this.#owner) await work(tx);
    await tx.done;
  }

  #database(): Promise<IDBPDatabase<Schema>> {
    const closed = () => {
      this.#opened = undefined;
    };
    this.#opened ??= openDB<Schema>(databaseName, 1, {
      upgrade(database) {
        database.createObjectStore('owner');
        database.createObjectStore('lists', { keyPath: 'id' });
        database.createObjectStore('waiting', { keyPath: 'number', autoIncrement: true });
      },
      blocking: (_current, _blocked, event) => {
        closed();
        (event.target as IDBDatabase).close();
      },
      terminated: closed,
    }).catch((error: unknown) => {
      closed();
      throw error;
    });
    return this.#opened;
  }
}

async function keepNews(tx: Stores, list: List): Promise<void> {
  const lists = tx.objectStore('lists');
  if (isNews(list, await lists.get(list.id))) await lists.put(list);
}
