import { setTimeout as wait } from 'node:timers/promises';
import { byWindow, type Counted, countedBy, tally } from '@recipe-book/test/counted';
import { type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

/** So few that a busy machine, too, is asked for more in two seconds. */
const limit = 60;
let edge: LimitedEdge;
beforeAll(async () => {
  const all = {
    name: 'all',
    client: { by: 'address' },
    scope: { paths: ['/api/**'] },
    requests: limit,
    // The service counts it in minutes, whose ends are the ones that matter.
    windowSeconds: 5,
  } as const;
  edge = await startLimitedEdge([all], testTokens());
}, 60_000);
afterAll(() => edge.stop());

test('a request that comes in one minute and is counted in the next has no counter to itself', async () => {
  const end = Math.ceil(Date.now() / 60_000 + 0.04) * 60_000;
  await wait(end - 2000 - Date.now());
  const answers: Counted[] = [];
  const sender = async () => {
    while (Date.now() < end + 2000) {
      answers.push(countedBy(await edge.send({ path: '/api/x', address: '192.0.2.1' })));
    }
  };
  await Promise.all(Array.from({ length: 48 }, sender));
  const windows = byWindow(answers);
  expect(windows.map(([ends]) => ends - end / 1000)).toEqual([0, 5]);
  for (const [, inWindow] of windows) {
    const { admitted, distinct, refused } = tally(inWindow);
    expect(refused).toBeGreaterThan(0);
    // No number is given away twice, so there is one counter.
    expect(admitted).toBe(distinct);
    expect(admitted).toBeLessThanOrEqual(limit);
  }
}, 100_000);
