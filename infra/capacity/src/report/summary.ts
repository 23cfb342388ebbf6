import type { OfPod, Plan } from '../plan.ts';
import type { Limit } from '../pod.ts';
import { table } from './table.ts';

const mebibyte = 1024 ** 2;

/** What each plan takes, beside each other; Markdown. */
export function planTable(plans: readonly Plan[]): string {
  const row = (name: string, value: (plan: Plan) => string) => [name, ...plans.map(value)];
  return table([
    ['for requests a second', ...plans.map(({ rate }) => grouped(rate))],
    row('requests/s of a pod', ({ pods }) => grouped(pods.ratePerPod)),
    row('pods, all nodes there', ({ pods }) => grouped(pods.needed)),
    row('pods, one node to spare', ({ pods }) => grouped(pods.total)),
    row('nodes', ({ nodes }) => grouped(nodes)),
    row('cores that a pod asks for', ({ pods }) => cores(pods.requests)),
    row('cores used: app', ({ pods }) => pods.cores.app.toFixed(2)),
    row('cores used: Envoy', ({ pods }) => pods.cores.envoy.toFixed(2)),
    row('cores used: Collector', ({ pods }) => pods.cores.collector.toFixed(2)),
    row('connections of a pod', ({ pods }) => grouped(pods.connections)),
    row('memory of the Collector, MiB', ({ pods }) => grouped(pods.collectorMemory / mebibyte)),
    row('backend away until logs are lost, s', ({ pods }) => grouped(pods.backendAway)),
    row('ratelimit services', ({ ratelimit }) => grouped(ratelimit.total)),
    row('threads of Redis at work', ({ redis }) => redis.busy.toFixed(2)),
    row('Redis servers', ({ redis }) => grouped(redis.servers)),
    row('thread for the counter of all', ({ redis }) => redis.hottest.toFixed(2)),
    row('counters', ({ redis }) => grouped(redis.counters)),
    row('memory of Redis, MiB', ({ redis }) => grouped(redis.memory / mebibyte)),
    row('commands/s to the database', ({ database }) => grouped(database.commands)),
    row('cores of the database', ({ database }) => database.cores.toFixed(1)),
    row('connections to it, at most', ({ database }) => grouped(database.mostConnections)),
  ]);
}

/** What ends at which rate, the first to end first; Markdown. */
export function limitTable(where: string, limits: readonly Limit[]): string {
  return table([
    [where, 'requests/s', 'what helps'],
    ...limits.map(({ name, rate, remedy }) => [name, grouped(rate), remedy]),
  ]);
}

function cores({ app, envoy, collector }: OfPod): string {
  return ((app + envoy + collector) / 1000).toFixed(2);
}

function grouped(value: number): string {
  return Math.ceil(value).toLocaleString('en-GB');
}
