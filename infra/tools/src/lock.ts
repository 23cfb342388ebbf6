import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A lock that its owner has not renewed for this long belongs to a run that is gone. */
const STALE_MS = 6_000;

/**
 * Runs `work` while no other process on this cache does the same, and calls `onWait` once when it
 * has to wait for one.
 */
export async function exclusively<T>(
  cache: string,
  name: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  // Loaded here because most runs install nothing and should start fast.
  const { lock } = await import('proper-lockfile');
  const locks = join(cache, 'locks');
  await mkdir(locks, { recursive: true });
  const file = join(locks, name);
  // A laptop that slept may lose its lock to another run. That is harmless: what counts is one rename.
  let lost = false;
  const onCompromised = (): void => {
    lost = true;
  };
  const options = { realpath: false, stale: STALE_MS, onCompromised };
  const release = await lock(file, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
    onWait();
    const retries = { forever: true, factor: 1, minTimeout: 300, maxTimeout: 300 };
    return lock(file, { ...options, retries });
  });
  try {
    return await work();
  } finally {
    if (!lost) await release();
  }
}
