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

let undoing: Promise<void> | undefined;

/**
 * Undoes all that is left, the newest first. A task that fails keeps none of the others from running. Who calls it
 * meanwhile waits for the same.
 * @param say hears what a task failed with.
 */
export function cleanUp(say: (error: unknown) => void): Promise<void> {
  undoing ??= undoAll(say).finally(() => {
    undoing = undefined;
  });
  return undoing;
}

async function undoAll(say: (error: unknown) => void): Promise<void> {
  for (let task = open.at(-1); task; task = open.at(-1)) await task().catch(say);
}
