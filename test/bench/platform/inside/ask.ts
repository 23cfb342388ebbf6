import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a program can be asked for. */
export type Wish = 'eventLoopDelay' | 'sendSpans';

/** The answer when spans are sent. */
export const sent = 'sent';

/** How late the event loop was, milliseconds. */
export interface EventLoopDelay {
  readonly p50: number;
  readonly p99: number;
}

/** The delay since it was asked last. @param socket INSIDE_SOCKET of the program. */
export async function eventLoopDelay(socket: string): Promise<EventLoopDelay> {
  return JSON.parse(await ask(socket, 'eventLoopDelay'));
}

/**
 * Has a program send the spans that it holds back for up to 5 s, so that their cost falls into the measurement.
 * @throws Error when it could not.
 */
export async function sendSpans(socket: string): Promise<void> {
  if ((await ask(socket, 'sendSpans')) === sent) return;
  throw new Error(`The program at ${socket} could not send its spans: its log says why.`);
}

function ask(path: string, wish: Wish): Promise<string> {
  const socket = connect(path);
  socket.write(wish);
  return text(socket);
}
