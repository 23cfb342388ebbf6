import { environmentOptions, targetOf } from '@recipe-book/cdk8s';
import type { EnvironmentText } from '@recipe-book/settings';
import type { Arguments } from './arguments.ts';
import { connect } from './cluster/connect.ts';
import { readLogs } from './cluster/logs.ts';
import { readNamespace, readObjects } from './cluster/objects.ts';
import { readParts } from './cluster/parts.ts';
import { Reader } from './cluster/reader.ts';
import { readSecrets } from './cluster/secrets.ts';
import { redaction } from './redact.ts';
import { certificateHosts, neededKeys } from './secret-keys.ts';
import type { Snapshot } from './snapshot.ts';
import { wantedObjects } from './wanted-objects.ts';

/**
 * Reads the namespace, and makes the manifests that it should be like.
 * @param text settings, as `make synth` reads them.
 * @throws ClusterError when the cluster cannot be asked, SettingsError when there are no manifests.
 */
export async function snapshotOf(
  { environment, namespace, context }: Arguments,
  text: EnvironmentText,
): Promise<Snapshot> {
  const options = environmentOptions[environment];
  const target = targetOf(environment, text, {
    ...options,
    namespace: namespace ?? options.namespace,
  });
  const wanted = wantedObjects(target);
  const needed = neededKeys(target, wanted);
  const reader = new Reader(connect(context), target.options.namespace);
  const namespaceObject = await readNamespace(reader);
  const [live, { facts, values }] = await Promise.all([
    readObjects(reader),
    readSecrets(reader, needed.keys()),
  ]);
  const redact = redaction(values);
  const [logs, parts] = await Promise.all([
    readLogs(reader, { live, redact }),
    readParts(reader, live),
  ]);
  return {
    namespace: reader.namespace,
    environment,
    now: new Date(),
    live,
    ...(namespaceObject && { namespaceObject }),
    wanted,
    secrets: facts,
    needed,
    hosts: certificateHosts(target, wanted),
    logs,
    ...parts,
    unreadable: reader.unreadable,
    redact,
  };
}
