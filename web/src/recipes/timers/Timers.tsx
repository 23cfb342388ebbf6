import { lazy, Suspense } from 'react';
import { loadTexts } from '../../texts/load-texts.ts';
import { useTimers } from './use-timers.ts';

const TimerDock = lazy(loadTimerDock);

/** The timers that run, on whatever page: nothing is loaded before there is one. */
export function Timers() {
  const timers = useTimers();
  if (timers.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <TimerDock />
    </Suspense>
  );
}

/** Fetches what shows timers, so that it is there when one is started without a network. */
export function preloadTimers(): void {
  void loadTimerDock().catch(() => undefined);
}

async function loadTimerDock() {
  const [module] = await Promise.all([import('./TimerDock.tsx'), loadTexts('timers')]);
  return module;
}
