import { neededSecretKeys, secret, type Target } from '@recipe-book/cdk8s';
import { fieldManager } from './apply.ts';
import { type Cluster, messageOf, orNone } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';
import { complete, type SecretValues } from './made-secrets.ts';

/** What became of the Secret: names of keys only, never values. */
export interface SecretOutcome {
  readonly made: readonly string[];
  /** Keys that only a person can fill in, each with a sentence. */
  readonly missing: readonly { readonly key: string; readonly what: string }[];
}

/**
 * Makes the Secret of an environment, or adds to it what is missing and may be random. Values that are
 * there are never changed: a new password for a running Redis would lock everybody out.
 */
export async function ensureSecret(cluster: Cluster, target: Target): Promise<SecretOutcome> {
  const { namespace } = target.options;
  const { name } = secret;
  const needed = neededSecretKeys(target);
  try {
    const existing = await orNone(cluster.core.readNamespacedSecret({ name, namespace }));
    const there = decoded(existing?.data ?? {});
    const values = complete(
      target,
      needed.map(({ key }) => key),
      there,
    );
    const made = Object.keys(values).filter((key) => !there[key]);
    if (existing === undefined) {
      const body = { metadata: { name, namespace }, type: 'Opaque', stringData: { ...values } };
      await cluster.core.createNamespacedSecret({ namespace, body, fieldManager });
    } else if (made.length > 0) {
      // With the version that was read: what somebody else changes meanwhile is not lost.
      const body = { ...existing, data: encoded(values) };
      await cluster.core.replaceNamespacedSecret({ name, namespace, body, fieldManager });
    }
    return { made, missing: needed.filter(({ key }) => !values[key]) };
  } catch (error) {
    throw new ClusterError(`The Secret ${name} in ${namespace} was not made: ${messageOf(error)}`);
  }
}

function decoded(data: SecretValues): SecretValues {
  return mapValues(data, (value) => Buffer.from(value, 'base64').toString());
}

function encoded(values: SecretValues): Record<string, string> {
  return mapValues(values, (value) => Buffer.from(value).toString('base64'));
}

function mapValues(values: SecretValues, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
