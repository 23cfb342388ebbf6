import type { Target } from '@recipe-book/cdk8s';
import { addresses, type Cluster, ClusterError, firstThatAnswers } from '@recipe-book/cluster';
import type { Entrance } from './traffic.ts';

/**
 * Where the app is reached from this machine; CLUSTER_ADDRESS names another host for clusters whose
 * nodes are elsewhere.
 */
export async function findEntrance(cluster: Cluster, target: Target): Promise<Entrance> {
  const given = process.env['CLUSTER_ADDRESS'];
  const { items } = await cluster.core.listNode();
  if (!given && items.length > 1) {
    throw new ClusterError(
      `This cluster has ${items.length} nodes, and a port of a node leads to its own pods only: name what spreads requests over all nodes as CLUSTER_ADDRESS, such as http://192.0.2.1:80, or use a cluster of one node.`,
    );
  }
  const tried = given ? [given] : await addresses(cluster, target);
  const address = await firstThatAnswers(tried);
  if (address) {
    const { hostname, port } = new URL(address);
    return { host: hostname, port: Number(port) || 80 };
  }
  throw new ClusterError(
    `The app answers at none of ${tried.join(', ')}: name an address that this machine reaches as CLUSTER_ADDRESS, such as http://192.0.2.1:30980.`,
  );
}
