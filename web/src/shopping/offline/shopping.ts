import { api } from '../../api/api.ts';
import { session } from '../../auth/session.ts';
import type { List } from '../list.ts';
import type { Database } from './database.ts';
import { IndexedDatabase } from './indexed-database.ts';
import { ListStore } from './list-store.ts';
import { MemoryDatabase } from './memory-database.ts';
import { Sender } from './sender.ts';

/** Somebody's shopping lists on this device, and what sends their changes. */
export interface Shopping {
  readonly store: ListStore;
  readonly sender: Sender;
}

const name = 'shopping-lists';

let opened: { readonly owner: string; readonly shopping: Promise<Shopping> } | undefined;

/**
 * The lists of the person who is signed in; from now on their changes are sent, until somebody else signs in.
 * @param owner id of the user.
 */
export function openShopping(owner: string): Promise<Shopping> {
  if (opened?.owner !== owner) opened = { owner, shopping: start(owner) };
  return opened.shopping;
}

async function start(owner: string): Promise<Shopping> {
  const tabs = new BroadcastChannel(name);
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
  window.addEventListener('online', flush);
  const stopWatching = session.subscribe(() => {
    const { user, ended } = session.getSnapshot();
    if (user?.id === owner) return;
    // At once: nothing of one person is sent with the token of the next.
    sender.stop();
    stopNoticing();
    stopWatching();
    window.removeEventListener('online', flush);
    if (opened?.owner === owner) opened = undefined;
    // A session that has only run out may be taken up again, and what waits is sent then.
    const cleared = ended === 'signed-out' ? store.clear() : Promise.resolve();
    void cleared.finally(() => tabs.close());
  });
  await store.reread();
  flush();
  return { store, sender };
}

async function openDatabase(owner: string): Promise<Database> {
  try {
    const database = new IndexedDatabase(owner);
    await database.open();
    return database;
  } catch {
    return new MemoryDatabase();
  }
}

/** One tab sends at a time. Pages that came by plain http know no locks: there two may send the same, which does no harm. */
async function inTurn(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  await (locks ? locks.request(name, { signal }, work) : work());
}
