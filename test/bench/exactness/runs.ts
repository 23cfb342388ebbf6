import { freshAddress } from '../../harness/client.ts';
import { isExact, type Tally, tally } from '../../harness/counted.ts';
import { Crowd } from '../../harness/crowd.ts';
import { ownStack } from '../../harness/own-stack.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { registerUser } from '../../harness/users.ts';
import { type Proof, showProof } from './report.ts';

const limit = 5000;
const requests = 10_000;
const concurrency = 64;
const windowSeconds = 900;
/** Longer than a run takes on a slow machine. */
const roomSeconds = 90;

const clients = {
  'one address': async () => ({ from: freshAddress() }),
  'one user': async (port: number) => ({ token: (await registerUser(port)).token }),
} as const;

/** Some runs of 10,000 requests at concurrency 64, by one address and by one user, within a window. */
export async function proveRuns(instances: number, runs: number): Promise<Proof> {
  const stack = await ownStack(
    {
      RATE_LIMIT_WINDOW: `${windowSeconds}s`,
      RATE_LIMIT_AUTH_WINDOW: `${windowSeconds}s`,
      RATE_LIMIT_MAX_REQUESTS: String(limit),
      RATE_LIMIT_AUTH_MAX_REQUESTS: String(limit),
      RATE_LIMIT_REGISTER_MAX_REQUESTS: '1000',
    },
    instances,
  );
  try {
    const rows = [
      ['client', 'run', 'requests', 'admitted', 'limit', 'refused', 'uncounted', 'exact'],
    ];
    let exactRuns = 0;
    for (const [name, fresh] of Object.entries(clients)) {
      for (let run = 1; run <= runs; run++) {
        await untilWindowHasRoom(windowSeconds, roomSeconds);
        const counted = await oneRun(stack.ingresses, await fresh(stack.port));
        const exact = isExact(counted, limit);
        if (exact) exactRuns++;
        rows.push([name, String(run), ...cells(counted), exact ? 'yes' : 'no']);
      }
    }
    const total = rows.length - 1;
    return showProof({
      title: `${instances} ${instances === 1 ? 'instance' : 'instances'}`,
      rows,
      remarks: [`${exactRuns} of ${total} runs, ${concurrency} requests at a time.`],
      exact: exactRuns === total,
    });
  } finally {
    stack.stop();
  }
}

async function oneRun(ingresses: readonly number[], who: { from?: string; token?: string }) {
  const crowd = new Crowd(ingresses, { path: '/api/openapi.json', method: 'HEAD', ...who });
  try {
    return tally(await crowd.send(requests, concurrency));
  } finally {
    crowd.close();
  }
}

function cells({ requests, admitted, uncounted, refused }: Tally): string[] {
  return [requests, admitted + uncounted, limit, refused, uncounted].map(String);
}
