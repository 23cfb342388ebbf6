import { api } from '../api/api.ts';
import { nextTask } from '../next-task.ts';
import { keptKind } from './kept-requests.ts';

/** So many answers may be asked for again at once. */
const most = 50;

/**
 * Asks again for what this page has shown before there was a service worker to keep it, so that the very
 * first visit is there without a connection too. The server answers most of it with "not changed".
 */
export async function keepSeen(): Promise<void> {
  const seen = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && keptKind(pathname))
    .map(({ pathname, search }) => pathname + search);
  for (const path of [...new Set(seen)].slice(-most)) {
    // Nobody waits for it, and the page may be in use.
    await nextTask();
    if (keptKind(path.replace(/\?.*/, '')) === 'data')
      await api('GET', path).catch(() => undefined);
    else await fetch(path).catch(() => undefined);
  }
}
