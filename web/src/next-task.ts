/** Lets the browser do what else waits, such as a touch, before it goes on. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
