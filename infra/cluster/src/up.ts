import type { Target } from '@recipe-book/cdk8s';
import { addresses, firstThatAnswers } from './address.ts';
import type { Cluster } from './cluster.ts';
import { deploy } from './deploy.ts';
import { seed } from './seed.ts';

/**
 * Brings an environment into the cluster, with the demo account in development, and prints where it is.
 * @param hostPort port of this machine that leads to the app.
 */
export async function up(cluster: Cluster, target: Target, hostPort?: number): Promise<void> {
  const began = performance.now();
  const say = (line: string) => console.log(line);
  say(`${target.environment} into context "${cluster.context}"`);
  await deploy(cluster, target, say);
  if (target.environment === 'development') say(await seed(cluster, target));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const all = await addresses(cluster, target, hostPort);
  const address = await firstThatAnswers(all);
  say(
    address
      ? `Recipe Book is ready after ${seconds} s: ${address}`
      : `Recipe Book is ready after ${seconds} s, but does not answer here at ${all.join(', ')}.`,
  );
}
