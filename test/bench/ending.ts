/** What is to be stopped, oldest first. */
const open: (() => Promise<void>)[] = [];

/**
 * Sees to it that something is stopped even when the benchmarks are ended from outside.
 * @returns what stops it, once.
 */
export function stoppedInTheEnd(stop: () => unknown): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const once = () => {
    stopped ??= (async () => {
      await stop();
      open.splice(open.indexOf(once), 1);
    })();
    return stopped;
  };
  open.push(once);
  return once;
}

/** Stops all that is left, newest first. @param say hears why something could not be stopped. */
export async function stopWhatIsLeft(say: (error: unknown) => void = console.error): Promise<void> {
  for (const stop of open.toReversed()) {
    await stop().catch(say);
  }
}
