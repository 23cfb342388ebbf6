import { ArgumentError } from './argument-error.ts';
import type { PodGroup } from './pod-groups.ts';

/** What is to run on nodes; CPU in thousandths of a core, as pods ask for it. */
export interface Load {
  /** That pods can have of one node. */
  readonly node: number;
  /** Enough while all nodes are there. */
  readonly app: PodGroup;
  readonly ratelimit: PodGroup;
  /** What runs beside them, whatever the rate. */
  readonly besides: readonly PodGroup[];
}

/** How many nodes it takes, and how many pods, so that one node may be lost at full load. */
export interface Placement {
  readonly nodes: number;
  readonly app: number;
  readonly ratelimit: number;
}

/**
 * As few nodes as hold all pods, by what pods ask for: the scheduler looks at nothing else. Of the app there is a node's
 * worth more than is needed; the ratelimit service is spread evenly, so it is one node's share more.
 * @throws ArgumentError when a pod fits on no such node.
 */
export function placementOf(load: Load): Placement {
  const { node, app, ratelimit, besides } = load;
  for (const group of [app, ratelimit, ...besides]) {
    if (group.cpu > node) throw new ArgumentError(tooLarge(group, node));
  }
  const most = app.count + Math.min(app.count, Math.floor(node / app.cpu));
  for (let nodes = Math.max(2, Math.ceil(most / Math.floor(node / app.cpu))); ; nodes++) {
    const limiters = ratelimit.count + Math.ceil(ratelimit.count / (nodes - 1));
    const others = [{ ...ratelimit, count: limiters }, ...besides];
    if (roomFor(app.cpu, others, nodes, node) >= most) {
      return { nodes, app: most, ratelimit: limiters };
    }
  }
}

/** Pods of so much CPU that fit on nodes beside others, which are dealt out in turn; less than none where those do not fit. */
function roomFor(cpu: number, others: readonly PodGroup[], nodes: number, node: number): number {
  const free = Array.from({ length: nodes }, () => node);
  let at = 0;
  for (const other of others) {
    for (let pod = 0; pod < other.count; pod++) {
      const left = (free[at] ?? 0) - other.cpu;
      if (left < 0) return -1;
      free[at] = left;
      at = (at + 1) % nodes;
    }
  }
  return free.reduce((sum, left) => sum + Math.floor(left / cpu), 0);
}

function tooLarge({ name, cpu }: PodGroup, node: number): string {
  return `A pod of ${name} asks for ${cpu / 1000} cores, more than the ${node / 1000} that pods can have of a node: take larger nodes (NODE_CORES).`;
}
