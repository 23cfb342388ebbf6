import { use, useState, useSyncExternalStore } from 'react';
import { session } from '../auth/session.ts';
import type { ListState } from './offline/list-store.ts';
import type { SendState } from './offline/sender.ts';
import { openShopping, type Shopping } from './offline/shopping.ts';

/** The lists of the person who is signed in, as this device has them; suspends until they are read. */
export function useShopping(): Shopping {
  // Each person has pages of their own, which go with them.
  const [owner] = useState(() => session.getSnapshot().user?.id ?? '');
  return use(openShopping(owner));
}

export function useListState({ store }: Shopping): ListState {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

export function useSendState({ sender }: Shopping): SendState {
  return useSyncExternalStore(sender.subscribe, sender.getSnapshot);
}
