import type { Target } from '@recipe-book/cdk8s';
import { addresses, type Cluster, ClusterError, firstThatAnswers } from '@recipe-book/cluster';
import type { Entrance } from './traffic.ts';

/**
 * Where the app is reached from this machine; CLUSTER_ADDRESS names another host for clusters whose
 * nodes are elsewhere.
 */
export async function findEntrance(cluster: Cluster, target: Target): Promise<Entrance> {
  const given = process.env['CLUSTER_ADDRESS'];
  const tried = given ? [given] : await addresses(cluster, target);
  const address = await firstThatAnswers(tried);
  if (address) {
    const { hostname, port } = new URL(address);
    return { host: hostname, port: Number(port) };
  }
  throw new ClusterError(
    `The app answers at none of ${tried.join(', ')}: name an address that this machine reaches as CLUSTER_ADDRESS, such as http://192.0.2.1:30980.`,
  );
}
