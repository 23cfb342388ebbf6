import { configText } from './directives.ts';
import type { RedisPlacement, ServerOptions } from './options.ts';
import { serverDirectives } from './server.ts';

/** What a node of a cluster may have besides. */
export interface ClusterOptions extends ServerOptions {
  /** Port on which nodes speak with each other; default: that of clients and 10,000. */
  readonly busPort?: number;
  /** After how many milliseconds without an answer a node counts as failed; default 5000. */
  readonly failureAfter?: number;
}

/** `redis.conf` of a node of a cluster, before it is joined with the others. */
export function clusterNodeConfig(placement: RedisPlacement, options: ClusterOptions = {}): string {
  const { busPort, failureAfter = 5000, ...rest } = options;
  return configText([
    ...serverDirectives(placement, rest),
    ['cluster-enabled', 'yes'],
    ['cluster-config-file', 'nodes.conf'],
    ['cluster-node-timeout', String(failureAfter)],
    [
      'cluster-require-full-coverage',
      'no',
      'While some keys have no server, those of the others go on being counted.',
    ],
    ...(busPort ? [['cluster-port', String(busPort)] as const] : []),
    ...(rest.tls ? [['tls-cluster', 'yes'] as const] : []),
  ]);
}
