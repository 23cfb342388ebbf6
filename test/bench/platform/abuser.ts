import { Agent } from 'node:http';
import { call, freshAddress, repeat } from '../../harness/client.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import type { Contender } from './contenders.ts';
import { anonymousLimit, anonymousWindow } from './stack.ts';

/** Where the client is that goes on, however often it is refused. */
export const abuser = freshAddress();

/** One measurement takes no longer. Seconds. */
const room = 60;
/** Sent at a time. */
const lot = 200;
/** Enough to be far over the limit, with many to spare for those that pass uncounted while the machine is busy. */
const enough = 5 * anonymousLimit;

/**
 * Asks as the abuser until a contender refuses it in the cheapest way that it has, with time left in the window.
 * @throws Error when it does not come to that.
 */
export async function untilFarOver(
  contender: Contender,
  origin: string,
  path: string,
): Promise<void> {
  await untilWindowHasRoom(anonymousWindow, room);
  const port = Number(new URL(origin).port);
  const agent = new Agent({ keepAlive: true });
  try {
    for (let sent = 0; sent < enough; sent += lot) {
      if (await isFarOver(contender, port, path)) return;
      await repeat(lot, 32, () => call({ port, path, agent, from: abuser }));
    }
  } finally {
    agent.destroy();
  }
  await mustBeFarOver(contender, origin, path);
}

/** @throws Error when the abuser is answered in another way than one who is far over the limit. */
export async function mustBeFarOver(
  contender: Contender,
  origin: string,
  path: string,
): Promise<void> {
  if (await isFarOver(contender, Number(new URL(origin).port), path)) return;
  throw new Error(
    `${contender.name} does not refuse a client far over its limit as it should: look at its limits.`,
  );
}

async function isFarOver({ sheds }: Contender, port: number, path: string): Promise<boolean> {
  const { status, headers } = await call({ port, path, from: abuser });
  // Only who is counted is told the limit.
  return status === 429 && (headers['ratelimit-policy'] === undefined) === sheds;
}
