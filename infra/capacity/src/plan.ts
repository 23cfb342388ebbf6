import { components } from '@recipe-book/cdk8s';
import { queueBytes } from '@recipe-book/otel-collector';
import { type Assumptions, counterBytes, counterShare, logBytes } from './assumptions.ts';
import { clusterLimits, counterCpu, counters } from './cluster.ts';
import type { Demand } from './demand.ts';
import { placementOf } from './nodes.ts';
import { collectorMemoryFor, type Limit, planned, podLimits } from './pod.ts';
import type { PodGroup } from './pod-groups.ts';
import type { Present } from './present.ts';
import { milliFor } from './quantities.ts';

/** Of each container of a pod. */
export interface OfPod {
  readonly app: number;
  readonly envoy: number;
  readonly collector: number;
}

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
    readonly cores: OfPod;
    /** CPU that it asks for, thousandths of a core. */
    readonly requests: OfPod;
    readonly connections: number;
    /** Of the Collector's container, at least, bytes. */
    readonly collectorMemory: number;
    /** How long the backend of telemetry may be away until log lines are lost, seconds. */
    readonly backendAway: number;
    readonly limits: readonly Limit[];
  };
  readonly ratelimit: {
    /** Enough while all nodes are there. */
    readonly needed: number;
    /** With as many more as one node has. */
    readonly total: number;
    /** CPU that the service asks for, its Collector aside, thousandths of a core. */
    readonly request: number;
  };
  readonly redis: {
    /** Threads that are busy all the time, in all servers together. */
    readonly busy: number;
    /** Servers that share the counters; 1 needs no cluster. */
    readonly servers: number;
    /** CPU that a server in the cluster asks for, thousandths of a core; absent where none is there. */
    readonly request?: number;
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
  /** That hold all pods by what they ask for, also when one is lost. */
  readonly nodes: number;
  readonly limits: readonly Limit[];
}

/** @throws ArgumentError when a pod fits on no node. */
export function planFor(
  rate: number,
  demand: Demand,
  present: Present,
  assumptions: Assumptions,
): Plan {
  const { utilisation, node } = assumptions;
  const { cpu, idle } = demand;
  const limits = podLimits(demand, present, assumptions);
  const ratePerPod = planned(limits, utilisation);
  const needed = Math.ceil(rate / ratePerPod);
  const coresOf = (program: keyof OfPod) => ratePerPod * cpu[program] + idle[program];
  const cores = { app: coresOf('app'), envoy: coresOf('envoy'), collector: coresOf('collector') };
  const requests = requestsOf(cores, present);
  const limiters = Math.max(
    1,
    Math.ceil((rate * cpu.ratelimit) / (assumptions.ratelimitCores * utilisation)),
  );
  const limiter = milliFor((rate * cpu.ratelimit) / limiters / utilisation);
  const redis = redisFor(rate, demand, present, assumptions);
  const placement = placementOf({
    node: node.cores * 1000,
    app: {
      name: components.app,
      count: needed,
      cpu: requests.app + requests.envoy + requests.collector,
    },
    ratelimit: {
      name: components.ratelimit,
      count: limiters,
      cpu: limiter + present.ratelimitCollector,
    },
    besides: besidesOf(present, redis),
  });
  const commands = rate * demand.databaseCommands;
  return {
    rate,
    utilisation,
    pods: {
      ratePerPod,
      needed,
      total: placement.app,
      cores,
      requests,
      connections: Math.ceil(ratePerPod / assumptions.requestsOnConnection),
      collectorMemory: collectorMemoryFor(ratePerPod, present),
      backendAway: queueBytes.logs / (ratePerPod * logBytes),
      limits,
    },
    ratelimit: { needed: limiters, total: placement.ratelimit, request: limiter },
    redis,
    database: {
      cores: (rate * cpu.database) / utilisation,
      commands,
      connectionsOfPod: Math.ceil((commands / needed) * assumptions.databaseSeconds),
      mostConnections: placement.app * present.databasePool,
    },
    nodes: placement.nodes,
    limits: clusterLimits(demand, ratePerPod, present, assumptions),
  };
}

/** What the autoscaler looks at asks for more than it uses, so that it is kept there. */
function requestsOf({ app, envoy, collector }: OfPod, { cpuUtilization }: Present): OfPod {
  const share = cpuUtilization / 100;
  return {
    app: milliFor(app / share),
    envoy: milliFor(envoy / share),
    collector: milliFor(collector),
  };
}

function redisFor(
  rate: number,
  demand: Demand,
  present: Present,
  assumptions: Assumptions,
): Plan['redis'] {
  const { utilisation } = assumptions;
  const busy = rate * demand.cpu.redis;
  const servers = Math.max(1, Math.ceil(busy / utilisation));
  const held = counters(rate, present, assumptions);
  const own = present.besides.find(({ name }) => name === components.redis);
  return {
    busy,
    servers,
    ...(own && servers === 1 && { request: Math.max(own.cpu, milliFor(busy / utilisation)) }),
    hottest: rate * counterCpu(demand),
    counters: Math.ceil(held),
    memory: (held * counterBytes) / counterShare,
  };
}

/** A Redis of several servers is outside the cluster. */
function besidesOf({ besides }: Present, { servers, request }: Plan['redis']): PodGroup[] {
  const stores: readonly string[] = [components.redis, components.sentinel];
  return besides
    .filter(({ name }) => servers === 1 || !stores.includes(name))
    .map((group) =>
      group.name === components.redis && request ? { ...group, cpu: request } : group,
    );
}
