import type { Peer } from '../constructs/traffic.ts';
import { components, ports } from '../names.ts';
import type { Target } from '../target.ts';

/** MongoDB, as an end of connections: the one of this namespace, or any host at the port of the external one. */
export function databasePeer({ options: { mongodb } }: Target): Peer {
  return mongodb.kind === 'in-cluster'
    ? { component: components.mongodb, port: ports.mongodb }
    : { port: mongodb.port };
}
