import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { redisConfig } from '@recipe-book/redis';
import { stopAll, TestCluster, TestServer } from '@recipe-book/redis/testing';
import { root } from '../../src/root.ts';
import { addCleanup } from '../cleanup.ts';
import { putOnPath } from '../tools.ts';
import { Candidate, loads } from './candidate.ts';
import { evictionTable } from './eviction.ts';
import { failoverTable } from './failover.ts';
import { candidateTable } from './report.ts';

/** Calls of each candidate in a round, by how many are under way at once; both take about as long. */
const callsPerRound = { 1: 300, 32: 1500 } as const;
const rounds = 10;

/**
 * What the size of the pool and the gathering of commands cost and save, how long nothing is counted when
 * a server dies, and which counters a full Redis drops under each policy.
 */
export async function run(): Promise<void> {
  await putOnPath(['redis', 'ratelimit']);
  const stop = addCleanup(stopAll);
  try {
    const sections = [
      `# The ratelimit service and Redis\n\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores.`,
      `## One server\n\n${await measureSingle()}`,
      `## Cluster of three servers with a follower each\n\n${await measureCluster()}`,
      `## A server dies\n\n${await failoverTable()}`,
      `## A full Redis\n\n${await evictionTable()}`,
    ];
    const folder = join(root, '.run', 'bench', 'redis');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'report.md');
    writeFileSync(path, `${sections.join('\n\n')}\n`);
    console.log(`${sections.join('\n\n')}\n\nReport: ${path}`);
  } finally {
    await stop();
  }
}

async function measureSingle(): Promise<string> {
  const server = await TestServer.start((placement) => redisConfig(placement));
  const url = { REDIS_URL: `redis://127.0.0.1:${server.port}` };
  const candidates: Candidate[] = [];
  for (const size of [10, 1, 2, 4, 32]) {
    candidates.push(
      await Candidate.start(`pool of ${size}`, { ...url, REDIS_POOL_SIZE: `${size}` }, [server]),
    );
  }
  return measure(candidates);
}

async function measureCluster(): Promise<string> {
  const cluster = await TestCluster.start();
  const candidates: Candidate[] = [];
  for (const [size, window] of [
    [10, 0],
    [10, 150],
    [10, 500],
    [4, 0],
    [4, 150],
  ]) {
    candidates.push(
      await Candidate.start(
        `pool of ${size}, window of ${window} µs`,
        {
          ...cluster.settings,
          REDIS_POOL_SIZE: `${size}`,
          REDIS_PIPELINE_WINDOW: `${window}`,
        },
        cluster.nodes,
      ),
    );
  }
  return measure(candidates);
}

/** All in turn, round after round, so that a slow moment of the machine hits all alike. */
async function measure(candidates: readonly Candidate[]): Promise<string> {
  for (const one of candidates) await one.warmUp();
  for (let round = 0; round < rounds; round++) {
    for (const load of loads) {
      for (const one of candidates) await one.measure(load, callsPerRound[load]);
    }
  }
  const lost: number[] = [];
  for (const one of candidates) lost.push(await one.lostAfterClosing());
  for (const one of candidates) one.close();
  const text = candidateTable(candidates, lost);
  await stopAll();
  return text;
}
