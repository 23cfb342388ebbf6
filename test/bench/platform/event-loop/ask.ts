import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** How late the event loop was, milliseconds. */
export interface EventLoopDelay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** The delay since it was asked last. @param socket EVENT_LOOP_SOCKET of the program. */
export async function eventLoopDelay(socket: string): Promise<EventLoopDelay> {
  return JSON.parse(await text(connect(socket)));
}
