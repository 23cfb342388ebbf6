import { heapShares } from '@recipe-book/otel-collector';
import { type Assumptions, traceBytes } from './assumptions.ts';
import type { Demand } from './demand.ts';
import type { Present } from './present.ts';
import type { Station } from './queueing.ts';

/** Something that ends at a rate of requests, and what then helps. */
export interface Limit {
  readonly name: string;
  /** Requests a second at which it is used up. */
  readonly rate: number;
  /** Whether the plan stays away from it by the utilisation, since what is near to it waits; else it may be used whole. */
  readonly waits: boolean;
  readonly remedy: string;
}

/** What a pod cannot do more of, the first to end first. */
export function podLimits(
  { cpu, appMainThread }: Demand,
  present: Present,
  { requestsOnConnection }: Assumptions,
): Limit[] {
  const limits: Limit[] = [
    {
      name: 'the app’s main thread',
      rate: 1 / appMainThread,
      waits: true,
      remedy: 'more pods',
    },
    {
      name: 'Envoy’s workers',
      rate: present.envoyWorkers / cpu.envoy,
      waits: true,
      remedy: 'more pods, or more workers',
    },
    {
      name: 'traces that the Collector may hold (num_traces)',
      rate: present.traces.most / present.traces.seconds,
      waits: false,
      remedy: 'num_traces of the tail sampling, with memory',
    },
    {
      name: 'memory of the Collector, for traces until it decides',
      rate: (present.collectorMemory * heapShare) / (present.traces.seconds * traceBytes),
      waits: false,
      remedy: 'collectorSize.memoryLimit; what it refuses is lost',
    },
    {
      name: 'MAX_CONNECTIONS, when clients connect to Envoy themselves',
      rate: present.mostConnections * requestsOnConnection,
      waits: false,
      remedy: 'MAX_CONNECTIONS, at 30 KB of ENVOY_MEMORY_LIMIT each; a proxy in front needs few',
    },
  ];
  return limits.toSorted((one, other) => one.rate - other.rate);
}

/** Requests a second that one pod is planned for: by what works for them, since connections can be raised. */
export function planned(limits: readonly Limit[], utilisation: number): number {
  const [first = Number.POSITIVE_INFINITY] = limits
    .filter(({ waits }) => waits)
    .map(({ rate }) => rate * utilisation)
    .toSorted((one, other) => one - other);
  return first;
}

/** Of a Collector's memory, what its heap may take until its limiter refuses. */
const heapShare = heapShares.limit - heapShares.spike;

/** Memory that a Collector needs for the traces of so many requests a second, bytes. */
export function collectorMemoryFor(rate: number, { traces }: Present): number {
  return (rate * traces.seconds * traceBytes) / heapShare;
}

/** Where a request waits in a pod; the app's other threads are as many as it needs. */
export function podStations({ cpu, appMainThread }: Demand, present: Present): Station[] {
  return [
    { servers: present.envoyWorkers, service: cpu.envoy },
    { servers: 1, service: appMainThread },
  ];
}
