import { whenIdle } from '../when-idle.ts';
import { watchConnection } from './connection.ts';

/** Makes the app work without a connection, as soon as the page is usable; nothing waits for it. */
export function startOffline(): void {
  watchConnection();
  // Only a build has a service worker, and only pages that nobody can have tampered with may have one.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  whenIdle(() => {
    // Where it cannot be had, such as in some private windows, the app is as good as before.
    import('./keep.ts').then(({ keep }) => keep()).catch(() => undefined);
  });
}
