import { api } from '../../api/api.ts';
import { keptUser } from '../../auth/kept-user.ts';
import { session } from '../../auth/session.ts';
import { onBackOnline } from '../../offline/connection.ts';
import type { List } from '../types.ts';
import type { Database } from './database.ts';
import { databaseName } from './forget.ts';
import { IndexedDatabase } from './indexed-database.ts';
import { ListStore } from './list-store.ts';
import { MemoryDatabase } from './memory-database.ts';
import { Sender } from './sender.ts';

/** Somebody's shopping lists on this device, and what sends their changes. */
export interface Shopping {
  readonly store: ListStore;
  readonly sender: Sender;
}

/** How long somebody who signs out waits for their changes to be sent, ms. */
const longestFlush = 5_000;

let opened: { readonly owner: string; readonly shopping: Promise<Shopping> } | undefined;

/**
 * How many changes would be lost by signing out now: tries to send them first.
 * @param owner id of the user.
 */
export async function countUnsent(owner: string): Promise<number> {
  const { store, sender } = await openShopping(owner);
  await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, longestFlush))]);
  return store.getSnapshot().unsent.length;
}

/**
 * The lists of the person who is signed in; from now on their changes are sent, until somebody else signs in.
 * @param owner id of the user.
 */
export function openShopping(owner: string): Promise<Shopping> {
  if (opened?.owner !== owner) opened = { owner, shopping: start(owner) };
  return opened.shopping;
}

async function start(owner: string): Promise<Shopping> {
  const tabs = new BroadcastChannel(databaseName);
  const store = new ListStore(await openDatabase(owner), () => tabs.postMessage(owner));
  const sender = new Sender({
    store,
    send: (listId, changes, signal) =>
      api<List>('POST', `/api/shopping-lists/${encodeURIComponent(listId)}/sync`, {
        body: { changes },
        signal,
      }),
    inTurn,
  });
  tabs.addEventListener('message', ({ data }) => data === owner && void store.reread());
  const stopNoticing = store.subscribe(
    () => store.getSnapshot().unsent.length > 0 && sender.notice(),
  );
  const flush = () => void sender.flush();
  const stopListening = onBackOnline(flush);
  const stopWatching = session.subscribe(() => {
    const { user } = session.getSnapshot();
    if (user?.id === owner) return;
    // At once: nothing of one person is sent with the token of the next.
    sender.stop();
    stopNoticing();
    stopWatching();
    stopListening();
    tabs.close();
    if (opened?.owner === owner) opened = undefined;
  });
  await store.reread();
  flush();
  return { store, sender };
}

async function openDatabase(owner: string): Promise<Database> {
  try {
    const database = new IndexedDatabase(owner, () => keptUser.read()?.id === owner);
    await database.open();
    return database;
  } catch {
    return new MemoryDatabase();
  }
}

/** One tab sends at a time. Pages that came by plain http know no locks: there two may send the same, which does no harm. */
async function inTurn(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  await (locks ? locks.request(databaseName, { signal }, work) : work());
}
