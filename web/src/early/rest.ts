import { nextTask } from '../next-task.ts';

/** So long a page is waited for to be seen, ms: one in a tab behind others is not. */
const longest = 1000;

/** The scripts that a page holds back, so that nothing is in the way of what can be read: only a recipe's page does. */
export const rest = document.querySelector<HTMLTemplateElement>('#rest');

/** Fetches them when the page is seen: all at once then, since none of them waits for another. */
export async function loadRest(): Promise<void> {
  if (!rest) return;
  await firstPaint();
  for (const tag of document.importNode(rest.content, true).querySelectorAll('*')) {
    document.head.append(tag);
    // To begin takes a phone a while.
    await nextTask();
  }
}

function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    // The browser paints after what it calls back for.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longest);
  });
}
