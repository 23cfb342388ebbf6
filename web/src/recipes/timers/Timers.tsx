import { lazy, Suspense } from 'react';
import { nextTask } from '../../next-task.ts';
import { loadTexts } from '../../texts/load-texts.ts';
import { whenIdle } from '../../when-idle.ts';
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

/** Fetches what shows timers when there is time for it, so that it is there when one is started without a network. */
export function preloadTimers(): void {
  whenIdle(async () => {
    await importTimerDock().catch(() => undefined);
    await nextTask();
    await loadTimerTexts().catch(() => undefined);
  });
}

async function loadTimerDock() {
  const [module] = await Promise.all([importTimerDock(), loadTimerTexts()]);
  return module;
}

const importTimerDock = () => import('./TimerDock.tsx');
const loadTimerTexts = () => loadTexts('timers');
