import { nextTask } from '../next-task.ts';
import { sayNotLoaded } from '../not-loaded.ts';

/**
 * Fetches the scripts that the page holds back, when what can be read has been painted: each in a task of its own, because to
 * begin a request takes a phone a while. In a tab behind others nothing is painted, and nothing need wait.
 */
export async function loadRest(): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  }
  if (!document.hidden) await painted();
  const rest = document.querySelector<HTMLTemplateElement>('#rest');
  for (const tag of rest?.content.querySelectorAll<HTMLElement>('*') ?? []) {
    await nextTask();
    // Of one that imports another which does not come, too.
    if (tag.localName === 'script') tag.onerror = sayNotLoaded;
    document.head.append(tag);
  }
}

/** Paints are told late, or never, to be harder to recognize: 1 s after a frame one is taken for granted. */
function painted(): Promise<unknown> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      setTimeout(resolve, 1_000);
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
    }),
  );
}
