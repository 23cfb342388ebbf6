/**
 * Resolves in a task of its own, so that the browser can do what else waits, such as a touch: it does nothing else within a
 * task. At once where nobody looks at the page: there each task waits for a second.
 */
export async function nextTask(): Promise<void> {
  if (!document.hidden) await new Promise((resolve) => setTimeout(resolve));
}
