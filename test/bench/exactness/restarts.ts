import { setTimeout as wait } from 'node:timers/promises';
import { freshAddress } from '../../harness/client.ts';
import { type Counted, tally } from '../../harness/counted.ts';
import { Crowd } from '../../harness/crowd.ts';
import { type OwnStack, ownStack } from '../../harness/own-stack.ts';
import { partStatus } from '../../harness/stack.ts';
import { until, untilWindowHasRoom } from '../../harness/until.ts';
import { addCleanup } from '../cleanup.ts';
import { type Proof, showProof } from './report.ts';

const limit = 5000;
const windowSeconds = 900;
const instances = 3;
const killed = ['envoy-2', 'app-3', 'ratelimit', 'redis', 'collector', 'mongodb'];
/** Some 100 requests a second, which leaves most of the limit for the end. */
const slow = { concurrency: 8, pauseMs: 60 };

/** Kills every part, one after the other, while one address goes on asking; then uses up its limit. */
export async function proveRestarts(): Promise<Proof> {
  const stack = await ownStack({ RATE_LIMIT_MAX_REQUESTS: String(limit) }, instances);
  const stop = addCleanup(stack.stop);
  const request = { path: '/api/openapi.json', method: 'HEAD', from: freshAddress() };
  const crowd = new Crowd(stack.ingresses, request);
  try {
    await untilWindowHasRoom(windowSeconds, 240);
    const rows = [['killed', 'requests', 'admitted', 'refused', 'uncounted', 'without answer']];
    const all: Counted[] = [];
    const add = (name: string, answers: readonly Counted[]) => {
      const { requests, admitted, refused, uncounted, failed } = tally(answers);
      rows.push([name, ...[requests, admitted, refused, uncounted, failed].map(String)]);
      all.push(...answers);
    };
    for (const part of killed) add(part, await during(crowd, () => restart(stack, part)));
    add('(none)', await crowd.send(2 * limit, 64));
    return showProof(proofOf(rows, all));
  } finally {
    crowd.close();
    await stop();
  }
}

/** The answers to slow requests from a second before the work until a second after it. */
async function during(crowd: Crowd, work: () => Promise<void>): Promise<Counted[]> {
  let done = false;
  const answers = crowd.sendWhile(
    () => !done,
    slow.concurrency,
    () => wait(slow.pauseMs),
  );
  await wait(1000);
  await work();
  await wait(1000);
  done = true;
  return answers;
}

async function restart({ state }: OwnStack, part: string): Promise<void> {
  const before = partStatus(state, part)?.process?.pid;
  if (before === undefined) throw new Error(`The part ${part} does not run.`);
  process.kill(before, 'SIGKILL');
  await until(`${part} runs again`, 60, () => {
    const now = partStatus(state, part);
    return now?.state === 'ready' && now.process?.pid !== before;
  });
}

/** Every number from the limit down to 0 is given away at most once; one that nobody got was lost with an answer. */
function proofOf(rows: readonly string[][], answers: readonly Counted[]): Proof {
  const { admitted, distinct, uncounted, failed } = tally(answers);
  const lost = limit - distinct;
  const counts = lost >= 0 && lost <= uncounted + failed && admitted === distinct;
  return {
    title: `Every part killed once, ${instances} instances`,
    rows,
    remarks: [
      `${admitted} of ${limit} were admitted and told so, ${admitted - distinct} of them twice the same; ${lost} more were counted for requests that passed uncounted or got no answer (${uncounted + failed}).`,
    ],
    exact: counts,
  };
}
