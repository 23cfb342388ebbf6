import { useEffect, useState } from 'react';
import { nextTask } from '../next-task.ts';

/** Keeping the screen awake, as far as the browser can. */
interface WakeLock {
  /** False where the browser cannot do it: then there is nothing to offer. */
  readonly supported: boolean;
  /** Whether the person wants it. */
  readonly on: boolean;
  readonly toggle: () => void;
}

/**
 * Keeps the screen awake while the component is there (Screen Wake Lock API). Browsers let the lock go when the
 * page is hidden, so it is taken again when the page is back.
 */
export function useWakeLock(): WakeLock {
  const supported = 'wakeLock' in navigator;
  const [on, setOn] = useState(true);

  useEffect(() => {
    if (!supported || !on) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    let isAsking = false;
    const take = async () => {
      if (isOver || isAsking || document.hidden || lock?.released === false) return;
      isAsking = true;
      // Refused when the battery is low, for example: then the screen sleeps as it always does.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      isAsking = false;
      if (isOver) void lock?.release();
    };
    // To ask takes the browser a while, and the page has just been drawn.
    void nextTask().then(take);
    document.addEventListener('visibilitychange', take);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release();
    };
  }, [supported, on]);

  return { supported, on, toggle: () => setOn(!on) };
}
