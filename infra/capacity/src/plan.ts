import { type Assumptions, counterBytes, counterShare, logQueue } from './assumptions.ts';
import { clusterLimits, counterCpu, counters } from './cluster.ts';
import type { Demand } from './demand.ts';
import { collectorMemoryFor, type Limit, planned, podLimits } from './pod.ts';
import type { Present } from './present.ts';

/** What takes a rate of requests, at the utilisation asked for, also when one node is lost. */
export interface Plan {
  /** Requests a second. */
  readonly rate: number;
  readonly utilisation: number;
  readonly pods: {
    readonly ratePerPod: number;
    /** Enough while all nodes are there. */
    readonly needed: number;
    /** With as many more as one node has. */
    readonly total: number;
    /** Cores that each container uses then. */
    readonly cores: { readonly app: number; readonly envoy: number; readonly collector: number };
    readonly connections: number;
    /** Of the Collector's container, at least, bytes. */
    readonly collectorMemory: number;
    /** How long the backend of telemetry may be away until log lines are lost, seconds. */
    readonly backendAway: number;
    readonly limits: readonly Limit[];
  };
  readonly ratelimit: { readonly needed: number; readonly total: number; readonly cores: number };
  readonly redis: {
    /** Threads that are busy all the time, in all servers together. */
    readonly busy: number;
    /** Servers that share the counters; 1 needs no cluster. */
    readonly servers: number;
    /** Of one thread, what the counter of all clients takes, which cannot be spread. */
    readonly hottest: number;
    readonly counters: number;
    /** For all servers together, with room for the cache, bytes. */
    readonly memory: number;
  };
  readonly database: {
    /** As the embedded server needs them; MongoDB was not measured. */
    readonly cores: number;
    readonly commands: number;
    /** That are in use at a time, in each pod. */
    readonly connectionsOfPod: number;
    /** That the pods may open together. */
    readonly mostConnections: number;
  };
  readonly nodes: number;
  readonly limits: readonly Limit[];
}

export function planFor(
  rate: number,
  demand: Demand,
  present: Present,
  assumptions: Assumptions,
): Plan {
  const { utilisation, node } = assumptions;
  const { cpu } = demand;
  const limits = podLimits(demand, present, assumptions);
  const ratePerPod = planned(limits, utilisation);
  const needed = Math.ceil(rate / ratePerPod);
  const cores = coresOfPod(cpu, ratePerPod);
  const podsOnNode = Math.max(
    1,
    Math.floor(node.cores / (cores.app + cores.envoy + cores.collector)),
  );
  const total = needed + Math.min(podsOnNode, needed);
  const databaseRate = rate * assumptions.databaseCommands;
  const replicas = Math.ceil((rate * cpu.ratelimit) / (assumptions.ratelimitCores * utilisation));
  const redisBusy = rate * cpu.redis;
  const held = counters(rate, assumptions);
  return {
    rate,
    utilisation,
    pods: {
      ratePerPod,
      needed,
      total,
      cores,
      connections: Math.ceil(ratePerPod / assumptions.requestsOnConnection),
      collectorMemory: collectorMemoryFor(ratePerPod, present),
      backendAway: logQueue.room / (ratePerPod * logQueue.bytesOfRequest),
      limits,
    },
    // On nodes of their own, or at least not all on one.
    ratelimit: { needed: replicas, total: replicas + 1, cores: (rate * cpu.ratelimit) / replicas },
    redis: {
      busy: redisBusy,
      servers: Math.ceil(redisBusy / utilisation),
      hottest: rate * counterCpu(demand),
      counters: Math.ceil(held),
      memory: (held * counterBytes) / counterShare,
    },
    database: {
      cores: (rate * cpu.database) / utilisation,
      commands: databaseRate,
      connectionsOfPod: Math.ceil((databaseRate / needed) * assumptions.databaseSeconds),
      mostConnections: total * present.databasePool,
    },
    nodes: Math.ceil(needed / podsOnNode) + 1,
    limits: clusterLimits(demand, ratePerPod, present, assumptions),
  };
}

function coresOfPod(cpu: Demand['cpu'], rate: number): Plan['pods']['cores'] {
  return { app: rate * cpu.app, envoy: rate * cpu.envoy, collector: rate * cpu.collector };
}
