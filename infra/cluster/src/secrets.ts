import { PatchStrategy, type V1Secret } from '@kubernetes/client-node';
import { neededSecretKeys, secret, type Target } from '@recipe-book/cdk8s';
import { fieldManager } from './apply.ts';
import { type Cluster, messageOf, orNone } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';
import { complete } from './made-secrets.ts';

/** What became of the Secret: names of keys only, never values. */
export interface SecretOutcome {
  readonly made: readonly string[];
  /** Keys that only a person can fill in, each with a sentence. */
  readonly missing: readonly { readonly key: string; readonly what: string }[];
}

/**
 * Makes the Secret of an environment, or adds to it what is missing and may be random. Values that are
 * there are never sent back: a new password for a running Redis would lock everybody out.
 * @throws ClusterError when the values come from elsewhere, by External Secrets.
 */
export async function ensureSecret(cluster: Cluster, target: Target): Promise<SecretOutcome> {
  const { namespace, secrets } = target.options;
  if (secrets.kind === 'external') {
    throw new ClusterError(
      `The Secret of ${target.environment} comes from ${secrets.store}, by External Secrets: put what is missing there.`,
    );
  }
  const { name } = secret;
  const needed = neededSecretKeys(target);
  try {
    const existing = await orNone(cluster.core.readNamespacedSecret({ name, namespace }));
    const there = textOf(existing);
    const keys = needed.map(({ key }) => key);
    const values = complete(target, keys, there);
    const made = Object.keys(values).filter((key) => !there[key]);
    const stringData = Object.fromEntries(made.map((key) => [key, values[key] ?? '']));
    if (existing === undefined) {
      const body = { metadata: { name, namespace }, type: 'Opaque', stringData };
      await cluster.core.createNamespacedSecret({ namespace, body, fieldManager });
    } else if (made.length > 0) {
      await add(cluster, existing, stringData);
    }
    return { made, missing: needed.filter(({ key }) => !values[key]) };
  } catch (error) {
    throw new ClusterError(`The Secret ${name} in ${namespace} was not made: ${messageOf(error)}`);
  }
}

/** Sends new values alone, and only if nobody has changed the Secret since it was read. */
async function add(cluster: Cluster, { metadata }: V1Secret, stringData: V1Secret['stringData']) {
  const { name = '', namespace = '', resourceVersion = '' } = metadata ?? {};
  await cluster.objects.patch<V1Secret>(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace, resourceVersion },
      ...(stringData && { stringData }),
    },
    undefined,
    undefined,
    fieldManager,
    undefined,
    PatchStrategy.MergePatch,
  );
}

function textOf(existing: V1Secret | undefined): Record<string, string> {
  const entries = Object.entries(existing?.data ?? {});
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
  );
}
