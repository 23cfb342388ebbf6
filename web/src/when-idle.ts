import { readFirstAnswer } from './api/read-first-answer.ts';

/** Calls back when the page has loaded, with what it shows first, and has nothing else to do. */
export function whenIdle(action: () => void): void {
  const later = async () => {
    await readFirstAnswer();
    // Safari has no such callback.
    if ('requestIdleCallback' in window) requestIdleCallback(action, { timeout: 5000 });
    else setTimeout(action, 500);
  };
  if (document.readyState === 'complete') void later();
  else window.addEventListener('load', later);
}
