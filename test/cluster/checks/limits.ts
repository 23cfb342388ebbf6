import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'expect';
import { type Tally, tally } from '../../harness/counted.ts';
import { Crowd } from '../../harness/crowd.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { registerUser } from '../../harness/users.ts';
import type { Check } from '../check.ts';
import { userLimit } from '../scene.ts';
import type { Entrance } from '../traffic.ts';

/** RATE_LIMIT_AUTH_WINDOW, seconds. */
const windowSeconds = 900;
/** Longer than one user takes, seconds. */
const roomSeconds = 90;
/** Every pod has several at a time, and between them the node has time for those who count. */
const concurrency = 12;
const pauseMs = 40;
const tries = 3;

/**
 * A node with too much to do lets requests pass uncounted, as it should; that says nothing of the counting.
 * Then another user tries.
 */
export const exactLimits: Check = {
  name: `a user gets exactly ${userLimit} requests from three pods together`,
  run: async ({ entrance }) => {
    // Programs that have just started are slow.
    await oneUser(entrance, 1000);
    let seen = await oneUser(entrance, userLimit + 500);
    for (let tried = 1; seen.uncounted > 0 && tried < tries; tried++) {
      seen = await oneUser(entrance, userLimit + 500);
    }
    expect(seen).toMatchObject({
      admitted: userLimit,
      refused: 500,
      uncounted: 0,
      failed: 0,
      distinct: userLimit,
    });
  },
};

/** What a new user's requests come to, over many connections, since a connection stays with one pod. */
async function oneUser({ host, port }: Entrance, requests: number): Promise<Tally> {
  const { token } = await registerUser(port, host);
  await untilWindowHasRoom(windowSeconds, roomSeconds);
  const crowd = new Crowd([port], { host, path: '/api/openapi.json', method: 'HEAD', token });
  try {
    let left = requests;
    return tally(
      await crowd.sendWhile(
        () => left-- > 0,
        concurrency,
        () => wait(pauseMs),
      ),
    );
  } finally {
    crowd.close();
  }
}
