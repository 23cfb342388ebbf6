import type { ShoppingList } from '../schemas.ts';
import type { ListFeed } from './feed.ts';
import { Wake } from './wake.ts';

/** Times of a stream, milliseconds. */
export interface StreamTimes {
  /** How long it may be silent. Then it also looks whether the list has changed without a word. */
  readonly heartbeat: number;
  /** How long it may last. The client then opens a new one, with an access token that still holds. */
  readonly lifetime: number;
}

/** What a stream is made of. */
interface StreamParts {
  readonly feed: ListFeed;
  readonly listId: string;
  /** Version that the client has already. */
  readonly seen: number | undefined;
  readonly times: StreamTimes;
  read(): Promise<ShoppingList | undefined>;
  /** The version alone, to look whether it is another one. */
  readVersion(): Promise<number | undefined>;
}

/** Between this and twice this a client waits before it comes again, so that not all come at once. */
const reconnectDelay = 1000;

/**
 * A list and all its later versions as server-sent events. The id of an event is the version, so a
 * client that comes back with the last one gets nothing that it has.
 */
export async function* listEvents(parts: StreamParts, gone: AbortSignal): AsyncIterable<string> {
  const { feed, listId, times } = parts;
  const wake = new Wake();
  const stopListening = feed.listen(listId, wake.wake);
  const ends = AbortSignal.any([gone, feed.ended, AbortSignal.timeout(times.lifetime)]);
  ends.addEventListener('abort', wake.wake);
  try {
    yield `retry: ${Math.round(reconnectDelay * (1 + Math.random()))}\n\n`;
    let sent = parts.seen;
    while (!gone.aborted) {
      const version = await parts.readVersion();
      const list = version === sent ? undefined : await parts.read();
      if (version === undefined || (version !== sent && !list)) {
        yield event('removed', undefined, { id: listId });
        return;
      }
      if (list) yield event('list', list.version, list);
      sent = list?.version ?? sent;
      if (ends.aborted) return;
      if (!(await wake.sleep(times.heartbeat))) yield ': still here\n\n';
    }
  } finally {
    stopListening();
    ends.removeEventListener('abort', wake.wake);
  }
}

function event(name: string, id: number | undefined, data: object): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${name}\n${idLine}data: ${JSON.stringify(data)}\n\n`;
}
