import type { SignedInHeaders } from './app.ts';

/** A server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** A stream of server-sent events, read in the background. */
export interface EventStream {
  readonly response: Response;
  /** The next event that has not been asked for; `undefined` when the stream has ended. */
  next(): Promise<ServerEvent | undefined>;
  close(): void;
}

/** @param lastEventId as a client sends it that comes back. */
export async function openEventStream(
  url: string,
  user: SignedInHeaders,
  lastEventId?: string,
): Promise<EventStream> {
  const closing = new AbortController();
  const response = await fetch(url, {
    headers: { ...user, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: closing.signal,
  });
  const events = readEvents(response);
  return {
    response,
    next: async () => (await events.next()).value,
    close: () => closing.abort(),
  };
}

async function* readEvents({ body }: Response): AsyncGenerator<ServerEvent, undefined> {
  let text = '';
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = `${text}${part}`.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitLine(line)));
      const event = fields.get('event');
      if (event === undefined) continue;
      yield { event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null') };
    }
  }
  return undefined;
}

function splitLine(line: string): [string, string] {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
}
