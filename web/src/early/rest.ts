import { nextTask } from '../next-task.ts';

/** The scripts that a page holds back, so that nothing is in the way of what can be read: only a recipe's page does. */
export const rest = document.querySelector<HTMLTemplateElement>('#rest');

/** Fetches them when the page has been painted; one in a tab behind others is not, and need not wait. */
export async function loadRest(): Promise<void> {
  if (!rest) return;
  if (!document.hidden) await new Promise(requestAnimationFrame);
  for (const tag of document.importNode(rest.content, true).querySelectorAll('*')) {
    // Each in a task: to begin a request takes a phone a while. The first comes after the paint, which follows the frame's calls.
    await nextTask();
    document.head.append(tag);
  }
}
