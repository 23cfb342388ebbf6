import { setTimeout as wait } from 'node:timers/promises';
import { table } from '@recipe-book/capacity/table';
import { stopAll, TestCluster, TestRatelimit, TestSentinels } from '@recipe-book/redis/testing';
import { Asker } from './ask.ts';

/** As the generated configs have it, milliseconds. */
const failureAfter = 5000;
const runs = 4;
/** A request begins every so many milliseconds. */
const pace = 20;
const longest = 25_000;
const client = 'somebody';

/** A Redis whose server with the counter can be ended, and how to learn that another one has it. */
interface Failing {
  readonly settings: Record<string, string>;
  end(): Promise<void>;
  hasAnother(): Promise<boolean>;
}

/** How long nothing is counted after a server dies, by seconds of requests at a steady pace. */
export async function failoverTable(): Promise<string> {
  const rows: string[][] = [];
  for (let run = 0; run < runs; run++) {
    const [sentinels, cluster] = await Promise.all([
      measure(startSentinels, run),
      measure(startCluster, run),
    ]);
    rows.push(['Sentinels', ...sentinels], ['cluster', ...cluster]);
    await stopAll();
  }
  const heads = ['another server after', 'first answer after', 'all answers after', 'lost'];
  return table([['', ...heads], ...rows.toSorted(([a = ''], [b = '']) => b.localeCompare(a))]);
}

async function startSentinels(): Promise<Failing> {
  const redis = await TestSentinels.start(undefined, failureAfter);
  const first = await redis.primary();
  return {
    settings: redis.settings,
    end: () => first.end(),
    hasAnother: async () => (await redis.primary()) !== first,
  };
}

async function startCluster(): Promise<Failing> {
  const redis = await TestCluster.start(failureAfter);
  const owner = () => redis.ownerOf(`recipe-book:ratelimit:test_client_${client}_0`);
  const first = await owner();
  return {
    settings: redis.settings,
    end: () => first.end(),
    hasAnother: async () => (await owner()) !== first,
  };
}

/** @param run decides when the server dies, since the service looks for changes every five seconds. */
async function measure(start: () => Promise<Failing>, run: number): Promise<string[]> {
  const redis = await start();
  const service = await TestRatelimit.start(redis.settings);
  const asker = new Asker(service.grpcPort);
  await wait(1000 + (run * 5000) / runs);
  await redis.end();
  const died = performance.now();
  let another: number | undefined;
  const good: number[] = [];
  const lost: number[] = [];
  const requests: Promise<unknown>[] = [];
  while (performance.now() < died + longest) {
    const begun = performance.now() - died;
    const request = asker.count(client).then(
      () => good.push(begun),
      () => lost.push(begun),
    );
    requests.push(request);
    if (another === undefined && (await redis.hasAnother().catch(() => false))) {
      another = performance.now() - died;
    }
    await wait(pace);
  }
  await Promise.all(requests);
  asker.close();
  return [another, Math.min(...good), Math.max(...lost)]
    .map((ms) => `${((ms ?? Number.NaN) / 1000).toFixed(1)} s`)
    .concat(`${lost.length} of ${requests.length}`);
}
