import { expect } from 'expect';
import { tally } from '../../harness/counted.ts';
import { Crowd } from '../../harness/crowd.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { registerUser } from '../../harness/users.ts';
import type { Check } from '../check.ts';
import { userLimit } from '../scene.ts';

/** RATE_LIMIT_AUTH_WINDOW, seconds. */
const windowSeconds = 900;
/** Longer than the check takes, seconds. */
const roomSeconds = 120;

export const exactLimits: Check = {
  name: `a user gets exactly ${userLimit} requests from three pods together`,
  run: async ({ entrance }) => {
    const { token } = await registerUser(entrance.port, entrance.host);
    await untilWindowHasRoom(windowSeconds, roomSeconds);
    const request = { host: entrance.host, path: '/api/openapi.json', method: 'HEAD', token };
    // Three connections and more, since a connection stays with one pod.
    const crowd = new Crowd([entrance.port], request);
    try {
      const answers = await crowd.send(userLimit + 500, 64);
      expect(tally(answers)).toMatchObject({
        admitted: userLimit,
        refused: 500,
        uncounted: 0,
        failed: 0,
        distinct: userLimit,
      });
    } finally {
      crowd.close();
    }
  },
};
