import { manifests, type Target } from '@recipe-book/cdk8s';
import { apply, objectsOf } from './apply.ts';
import type { Cluster } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';
import { untilRolledOut } from './rollout.ts';
import { ensureSecret } from './secrets.ts';

/** Enough for a first start that has to fetch all images. */
const patienceSeconds = 600;

/**
 * Brings an environment into the cluster: the namespace, the Secret, then everything else; returns when
 * it runs. Repeating it changes what differs, and rolls what must be rolled.
 */
export async function deploy(
  cluster: Cluster,
  target: Target,
  say: (line: string) => void,
): Promise<void> {
  const objects = objectsOf(manifests(target));
  const isNamespace = ({ kind }: { kind?: string }) => kind === 'Namespace';
  await apply(cluster, objects.filter(isNamespace));
  const { made, missing } = await ensureSecret(cluster, target);
  if (made.length > 0) say(`made ${made.join(', ')} in the Secret`);
  if (missing.length > 0) {
    throw new ClusterError(
      [
        `The Secret of ${target.options.namespace} lacks what only you know; add it, then try again:`,
        ...missing.map(({ key, what }) => `  ${key}: ${what}`),
      ].join('\n'),
    );
  }
  await apply(
    cluster,
    objects.filter((object) => !isNamespace(object)),
  );
  await untilRolledOut(cluster, target.options.namespace, patienceSeconds, say);
}
