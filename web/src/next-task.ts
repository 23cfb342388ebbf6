/**
 * Resolves in a task of its own: the browser can do what else waits, such as a touch, which it cannot within a
 * task.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
