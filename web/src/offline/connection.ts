import { useSyncExternalStore } from 'react';
import { ConnectionState } from './connection-state.ts';

/** How long the server may take to say that it is there, ms. */
const probeTimeout = 5_000;

/** The one connection of this tab. */
export const connection = new ConnectionState({
  // Only its no can be trusted.
  initially: navigator.onLine !== false,
  later: (action, ms) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  probe: async () => {
    const signal = AbortSignal.timeout(probeTimeout);
    try {
      // Never counted by a rate limit, never answered by the service worker.
      return (await fetch('/health/live', { method: 'HEAD', cache: 'no-store', signal })).ok;
    } catch {
      return false;
    }
  },
});

/** Hears what the browser notices of the network. */
export function watchConnection(): void {
  window.addEventListener('offline', connection.lost);
  window.addEventListener('online', () => void connection.check());
}

/** Whether the server can be reached, as far as is known; renders again when that changes. */
export function useOnline(): boolean {
  // Pages that are made at build are for a browser that has just reached the server.
  return useSyncExternalStore(connection.subscribe, connection.getSnapshot, () => true);
}

/** Calls back each time the connection is there again. Gives what ends that. */
export function onBackOnline(action: () => void): () => void {
  let before = connection.getSnapshot();
  return connection.subscribe(() => {
    const online = connection.getSnapshot();
    if (online && !before) action();
    before = online;
  });
}
