import { useSyncExternalStore } from 'react';
import { session } from '../../auth/session.ts';
import { type Timer, TimerStore } from './timer-store.ts';

let store: TimerStore | undefined;
let owner: string | undefined;

/** The timers of who is signed in. They end with the session. */
export function timers(): TimerStore {
  const id = session.getSnapshot().user?.id ?? '';
  if (store && owner === id) return store;
  owner = id;
  const opened = new TimerStore(id, sessionStorage);
  store = opened;
  const stop = session.subscribe(() => {
    if (session.getSnapshot().user?.id === id) return;
    stop();
    opened.clear();
  });
  return opened;
}

/** All timers there are; renders again when one is started, changed or over. */
export function useTimers(): readonly Timer[] {
  const { subscribe, getSnapshot } = timers();
  return useSyncExternalStore(subscribe, getSnapshot);
}
