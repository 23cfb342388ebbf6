import { setTimeout as pause } from 'node:timers/promises';
import { observe } from '@recipe-book/openobserve';
import type { StackInput } from './stack-input.ts';

/** How long OpenObserve may take until it answers, milliseconds: one that has just been started makes its tables first. */
const patience = { own: 60_000, named: 10_000 };

/**
 * Sets OpenObserve up as `make observe` does, if there is one. Whatever goes wrong is told, and stops nothing.
 * @param over ends it.
 * @returns a line for the user; `undefined` when there is nothing to tell.
 */
export async function provision(
  { settings, text, ownOpenObserve }: Pick<StackInput, 'settings' | 'text' | 'ownOpenObserve'>,
  over: AbortSignal,
  wait = ownOpenObserve ? patience.own : patience.named,
): Promise<string | undefined> {
  const { OPENOBSERVE_URL: url } = settings;
  if (url === undefined) return undefined;
  if (!(await answersInTime(url, AbortSignal.any([over, AbortSignal.timeout(wait)])))) {
    if (over.aborted) return undefined;
    return `OpenObserve at ${new URL(url).origin} does not answer, so it is not set up: run "make observe" when it does.`;
  }
  try {
    const { exitCode, summary } = await observe({ ...text, DRY_RUN: '', PRUNE: '' });
    return exitCode === 0
      ? `OpenObserve is set up: ${summary}`
      : `OpenObserve is not set up as a whole: ${summary} "make observe" tells more.`;
  } catch (error) {
    return `OpenObserve is not set up: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Whether there is an answer before the signal; what it is, those who ask more will see. */
async function answersInTime(url: string, over: AbortSignal): Promise<boolean> {
  while (!over.aborted) {
    try {
      const { status } = await fetch(`${url.replace(/\/+$/, '')}/healthz`, {
        signal: AbortSignal.any([over, AbortSignal.timeout(2000)]),
      });
      if (status < 500) return true;
    } catch {}
    await pause(250, undefined, { signal: over }).catch(() => undefined);
  }
  return false;
}
