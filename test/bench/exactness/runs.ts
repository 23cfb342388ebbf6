import { Progress } from '../../../app/src/seed/progress.ts';
import { freshAddress } from '../../harness/client.ts';
import { isExact, type Tally, tally } from '../../harness/counted.ts';
import { Crowd } from '../../harness/crowd.ts';
import { ownStack } from '../../harness/own-stack.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { registerUser } from '../../harness/users.ts';
import { addCleanup } from '../cleanup.ts';
import { longLivedTokens } from '../stack/token-life.ts';
import { type Proof, showProof } from './report.ts';

const limit = 5000;
const requests = 10_000;
const concurrency = 64;
const windowSeconds = 900;
/** Longer than a run takes on a slow machine. */
const roomSeconds = 90;

const settings = {
  ...longLivedTokens,
  RATE_LIMIT_WINDOW: `${windowSeconds}s`,
  RATE_LIMIT_AUTH_WINDOW: `${windowSeconds}s`,
  RATE_LIMIT_MAX_REQUESTS: String(limit),
  RATE_LIMIT_AUTH_MAX_REQUESTS: String(limit),
} as const;

/** Clients whom nobody has counted yet, in turn. */
const clients: readonly [name: string, fresh: (port: number) => Promise<Client>][] = [
  ['one address', async () => ({ from: freshAddress() })],
  ['one user', async (port) => ({ token: (await registerUser(port)).token })],
];
type Client = { readonly from: string } | { readonly token: string };

/** Some runs of 10,000 requests at concurrency 64, each by a client of its own within one window. */
export async function proveRuns(instances: number, runs: number): Promise<Proof> {
  const stack = await ownStack(settings, instances);
  const stop = addCleanup(stack.stop);
  try {
    const rows = [
      ['client', 'run', 'requests', 'admitted', 'limit', 'refused', 'uncounted', 'exact'],
    ];
    const progress = new Progress(process.stderr, 'runs', runs);
    let exactRuns = 0;
    for (let run = 0; run < runs; run++) {
      const [name, fresh] = clients[run % clients.length] ?? ['', async () => ({ from: '' })];
      await untilWindowHasRoom(windowSeconds, roomSeconds);
      const counted = await oneRun(stack.ingresses, await fresh(stack.port));
      const exact = isExact(counted, limit);
      if (exact) exactRuns++;
      rows.push([name, String(run + 1), ...cells(counted), exact ? 'yes' : 'no']);
      progress.show(run + 1);
    }
    progress.end(runs);
    return showProof({
      title: `${instances} ${instances === 1 ? 'instance' : 'instances'}`,
      rows,
      remarks: [`${exactRuns} of ${runs} runs, ${concurrency} requests at a time.`],
      exact: exactRuns === runs,
    });
  } finally {
    await stop();
  }
}

async function oneRun(ingresses: readonly number[], client: Client): Promise<Tally> {
  const crowd = new Crowd(ingresses, { path: '/api/openapi.json', method: 'HEAD', ...client });
  try {
    return tally(await crowd.send(requests, concurrency));
  } finally {
    crowd.close();
  }
}

function cells({ requests, admitted, uncounted, refused }: Tally): string[] {
  return [requests, admitted + uncounted, limit, refused, uncounted].map(String);
}
