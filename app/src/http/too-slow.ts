import { HttpProblem } from './problem.ts';

/** How long clients may take to send a body, milliseconds. */
export interface BodyTimes {
  /** For the whole of a body that is read before anything is done with it. */
  readonly whole: number;
  /** Bytes a second that a body which may be large must come with, once it had `grace`. */
  readonly least: number;
  readonly grace: number;
  /** Without a byte of one that is handed on while it arrives, which may take minutes. */
  readonly pause: number;
}

/** A picture of 10 MB arrives in time over a line of 1.4 Mbit/s. Whoever only pretends to send is soon found out. */
export const bodyTimes: BodyTimes = {
  whole: 60_000,
  least: 32 * 1024,
  grace: 5000,
  pause: 30_000,
};

/**
 * How long the next part of a body may take to come, milliseconds.
 * @param received bytes so far.
 * @param waited milliseconds that were spent waiting for the client so far, and for nothing else.
 */
export type Pace = (received: number, waited: number) => number;

/** As long as it likes, while it goes on. */
export function unhurried({ pause }: BodyTimes): Pace {
  return () => pause;
}

/** At some speed, and in time. */
export function steady({ whole, least, grace }: BodyTimes): Pace {
  return (received, waited) => Math.min(whole, grace + (1000 * received) / least) - waited;
}

/** The rest of the body would stand before the next request, so the connection ends. */
export function tooSlow(): HttpProblem {
  return new HttpProblem(408, 'The body did not arrive in time. Send it again.', {
    headers: { Connection: 'close' },
  });
}
