type Task = () => Promise<void>;

/** What is still to be undone, the oldest first. */
const open: Task[] = [];

/**
 * Sees to it that something is undone even when this program is ended from outside. To be called before what the task
 * undoes is begun, where half of it may be left over after an error.
 * @returns what runs the task, once. @throws what the task throws.
 */
export function addCleanup(task: () => unknown): Task {
  let ran: Promise<void> | undefined;
  const once = () => {
    ran ??= (async () => {
      try {
        await task();
      } finally {
        open.splice(open.indexOf(once), 1);
      }
    })();
    return ran;
  };
  open.push(once);
  return once;
}

/**
 * Undoes all that is left, the newest first. A task that fails keeps none of the others from running.
 * @param say hears what it failed with.
 */
export async function cleanUp(say: (error: unknown) => void): Promise<void> {
  for (const task of open.toReversed()) {
    await task().catch(say);
  }
}
