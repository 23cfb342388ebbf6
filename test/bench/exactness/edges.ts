import { freshAddress } from '../../harness/client.ts';
import { byWindow, type Counted, isExact, tally } from '../../harness/counted.ts';
import { Crowd } from '../../harness/crowd.ts';
import { ownStack } from '../../harness/own-stack.ts';
import { addCleanup } from '../cleanup.ts';
import { type Proof, showProof } from './report.ts';

const windowSeconds = 5;
const limit = 300;
const concurrency = 32;
/** The service counts in minutes: one of their ends is among the edges, whenever it begins. */
const seconds = 75;

/** One address far above its limit over many short windows: each admits just the limit. */
export async function proveAtEdges(instances: number): Promise<Proof> {
  const stack = await ownStack(
    { RATE_LIMIT_WINDOW: `${windowSeconds}s`, RATE_LIMIT_MAX_REQUESTS: String(limit) },
    instances,
  );
  const stop = addCleanup(stack.stop);
  const request = { path: '/api/openapi.json', method: 'HEAD', from: freshAddress() };
  const crowd = new Crowd(stack.ingresses, request);
  try {
    const end = Date.now() + seconds * 1000;
    return showProof(
      proofOf(instances, await crowd.sendWhile(() => Date.now() < end, concurrency)),
    );
  } finally {
    crowd.close();
    await stop();
  }
}

function proofOf(instances: number, answers: readonly Counted[]): Proof {
  // The first and the last were not asked for the whole of their time.
  const whole = byWindow(answers)
    .slice(1, -1)
    .map(([ends, inWindow]) => ({ ends, ...tally(inWindow) }));
  const exact = whole.filter((one) => isExact(one, limit)).length;
  const rows = whole.map(({ ends, requests, admitted, refused }) => [
    new Date(ends * 1000).toISOString().slice(11, 19),
    ...[requests, admitted, limit, refused].map(String),
  ]);
  const { uncounted, failed } = tally(answers);
  return {
    title: `Windows of ${windowSeconds} s, ${instances} instances`,
    rows: [['window until', 'requests', 'admitted', 'limit', 'refused'], ...rows],
    remarks: [
      `${exact} of ${whole.length} windows admitted just the limit; ${uncounted} requests passed uncounted, ${failed} failed.`,
    ],
    exact: exact === whole.length && uncounted === 0 && failed === 0,
  };
}
