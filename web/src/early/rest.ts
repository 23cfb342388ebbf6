import { nextTask } from '../next-task.ts';

/** The scripts that a page holds back, so that nothing is in the way of what can be read: only a recipe's page does. */
export const rest = document.querySelector<HTMLTemplateElement>('#rest');

/**
 * Fetches them when the page has been painted; one in a tab behind others is not, and need not wait. There is no frame
 * before its styles are there; the paint that follows is told later, or never, to be harder to recognize: after 1 s it is
 * taken for granted.
 */
export async function loadRest(): Promise<void> {
  if (!rest) return;
  if (!document.hidden) {
    await new Promise((resolve) =>
      requestAnimationFrame(() => {
        setTimeout(resolve, 1_000);
        new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
      }),
    );
  }
  for (const tag of rest.content.querySelectorAll('*')) {
    // Each in a task: to begin a request takes a phone a while.
    await nextTask();
    document.head.append(tag);
  }
}
