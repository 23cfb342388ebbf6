import type { ErrorEvent } from '@sentry/browser';

/** How long reading a file again may take, ms: it is in the browser's cache. */
const timeout = 2000;

/**
 * Adds which source map each file of a stack has: the id that the build put at the end of the file. Sentry's own
 * way would be a line of code in every file that tells it at once, for all visitors, whether reports are on or not.
 */
export async function withDebugIds(event: ErrorEvent): Promise<ErrorEvent> {
  const frames = event.exception?.values?.flatMap(({ stacktrace }) => stacktrace?.frames ?? []);
  const files = new Set(frames?.flatMap(({ filename }) => filename ?? []).filter(isOurs));
  const images = await Promise.all([...files].map(sourceMapOf));
  return { ...event, debug_meta: { images: images.filter((image) => image !== undefined) } };
}

function isOurs(file: string): boolean {
  return file.startsWith(`${location.origin}/assets/`);
}

async function sourceMapOf(file: string) {
  try {
    const signal = AbortSignal.timeout(timeout);
    const answer = await fetch(file, { cache: 'force-cache', signal });
    const [, id] = /\/\/# debugId=([\da-f-]{36})\s*$/.exec(await answer.text()) ?? [];
    return id === undefined
      ? undefined
      : { type: 'sourcemap' as const, code_file: file, debug_id: id };
  } catch {
    return undefined;
  }
}
