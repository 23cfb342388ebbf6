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
/** Enough for every pod to have several at a time, and not so many that a small node has no time left. */
const concurrency = 16;
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
    return tally(await crowd.send(requests, concurrency));
  } finally {
    crowd.close();
  }
}
