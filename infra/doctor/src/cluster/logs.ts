import { type Pod, statusesOf } from '../about/pods.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Reader } from './reader.ts';

/** Lines of a log that are read, and shown. */
const read = 60;
const shown = 8;
/** How Go and Node begin to tell why they end; a long stack may follow. */
const lastWords = /^(panic:|fatal error:|Uncaught|\w*Error:)/;
/** Longest line that is shown. */
const width = 300;

/** The end of the log of each container that ended badly, by `pod/container`. */
export async function readLogs(
  reader: Reader,
  { live, redact }: Pick<Snapshot, 'live' | 'redact'>,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const pod of live.pods) {
    for (const { name, previous } of ended(pod)) {
      const query = `container=${name}&tailLines=${read}&previous=${previous}`;
      const path = `/api/v1/namespaces/${reader.namespace}/pods/${pod.metadata.name}/log?${query}`;
      const text = await reader.read('pods/log', path);
      if (!text) continue;
      found.set(`${pod.metadata.name}/${name}`, telling(redact(text).trimEnd().split('\n')));
    }
  }
  return found;
}

/** Which log tells about the end: that of now, or that of the container before. */
function ended(pod: Pod): { name: string; previous: boolean }[] {
  return statusesOf(pod).flatMap(({ name, state, lastState }) => {
    if (state?.terminated && state.terminated.exitCode !== 0) return { name, previous: false };
    return lastState?.terminated ? { name, previous: true } : [];
  });
}

/** The last lines, or those that begin with why the program ended. */
function telling(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => lastWords.test(line));
  // Go parts its last words from the stack by an empty line.
  const blank = lines.indexOf('', end);
  const words = lines.slice(end, blank === -1 ? undefined : blank).slice(0, shown);
  return (end === -1 ? lines.slice(-shown) : words).map(cut);
}

function cut(line: string): string {
  return line.length > width ? `${line.slice(0, width)}…` : line;
}
