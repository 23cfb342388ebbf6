import { nextTask } from '../next-task.ts';

/** The scripts that a page holds back, so that nothing is in the way of what can be read: only a recipe's page does. */
export const rest = document.querySelector<HTMLTemplateElement>('#rest');

/**
 * Resolves when such a page has been painted; at once in a tab behind others, which is not painted, and after 1 s in a
 * browser that tells nobody, to be harder to recognize.
 */
export async function painted(): Promise<void> {
  if (!rest || document.hidden) return;
  await new Promise((resolve) => {
    setTimeout(resolve, 1_000);
    new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
  });
}

/** Fetches them, each in a task: to begin a request takes a phone a while. */
export async function loadRest(): Promise<void> {
  if (!rest) return;
  for (const tag of rest.content.querySelectorAll('*')) {
    await nextTask();
    document.head.append(tag);
  }
}
