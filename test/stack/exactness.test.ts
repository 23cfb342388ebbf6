import { isExact, tally } from '../harness/counted.ts';
import { Crowd } from '../harness/crowd.ts';
import { testStack } from '../harness/stack.ts';
import { untilWindowHasRoom } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

const stack = testStack();
const limit = 300;

// `make bench ONLY=exactness` does the same with more of everything.
test.each([1, 2, 3])(
  'of 1500 requests, 64 at a time over three instances, exactly the limit is admitted (run %i)',
  async () => {
    await untilWindowHasRoom(900, 30);
    const { token } = await registerUser(stack.ingressPort);
    const request = { path: '/api/openapi.json', method: 'HEAD', token };
    const crowd = new Crowd(stack.ingresses, request);
    try {
      const counted = tally(await crowd.send(1500, 64));
      expect({ ...counted, exact: isExact(counted, limit) }).toMatchObject({
        admitted: limit,
        refused: 1500 - limit,
        exact: true,
      });
    } finally {
      crowd.close();
    }
  },
  60_000,
);
