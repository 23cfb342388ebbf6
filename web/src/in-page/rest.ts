import { nextTask } from '../next-task.ts';
import { sayNotLoaded } from '../not-loaded.ts';

/**
 * Fetches the scripts that the page holds back, when all that can be read has been painted: each in a task of its own,
 * because to begin a request takes a phone a while. In a tab behind others nothing is painted, and nothing need wait.
 */
export async function loadRest(): Promise<void> {
  // The script stands in the head, where the page has only begun.
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  if (!document.hidden) await painted();
  const rest = document.querySelector<HTMLTemplateElement>('#rest');
  for (const tag of rest?.content.querySelectorAll<HTMLElement>('*') ?? []) {
    await nextTask();
    // Of one that imports another which does not come, too.
    if (tag.localName === 'script') tag.onerror = sayNotLoaded;
    document.head.append(tag);
  }
}

/**
 * Browsers tell of their first paints only, of nothing but the paper's colour and of a text, which on a slow line is the
 * page's beginning. The first frame from now on paints the whole of it, which this thread has done when the next one begins;
 * and the first paint may still be on its way to the screen. To be harder to recognize, some browsers tell late or never, and
 * in a tab that another is put before there are no frames: after 1 s all is taken for granted.
 */
function painted(): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1_000);
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        new PerformanceObserver((paints) => {
          if (paints.getEntriesByName('first-contentful-paint')[0]) resolve(paints);
        }).observe({ type: 'paint', buffered: true }),
      ),
    );
  });
}
