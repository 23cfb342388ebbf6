import { images, targetOf } from '@recipe-book/cdk8s';
import { buildApp, findBuilder, tagByContent } from '@recipe-book/images';
import { type EnvironmentText, loadSettings } from '@recipe-book/settings';
import { ensureTools, pathOf } from '@recipe-book/tools';
import { Cluster } from '../cluster.ts';
import { ClusterError } from '../cluster-error.ts';
import { up } from '../up.ts';
import { kindConfig, kindName } from './config.ts';
import { Kind } from './kind.ts';

/** Makes what is missing: the cluster, the image in it, the Secret, all objects, the demo account. */
export async function kindUp(text: EnvironmentText): Promise<void> {
  if ((await findBuilder()) !== 'docker') {
    throw new ClusterError(
      'kind needs Docker, which does not answer here: start it, or use "make up", which needs no container at all.',
    );
  }
  const kind = new Kind(pathOf(await ensureTools('kind', { env: text }), 'kind'));
  const { INGRESS_PORT: hostPort } = loadSettings(text);
  // In the pod the port is the default one; INGRESS_PORT is that of this machine.
  const rest = { ...text, INGRESS_PORT: undefined };
  const { exposure } = targetOf('development', rest).options;
  if (exposure.kind !== 'node-port') throw new Error('Development is reached by a node port.');
  if (!(await kind.exists())) await kind.create(kindConfig(exposure.port, hostPort));
  const image = await tagByContent(await buildApp(images.app), images.app);
  await kind.load(image);
  const cluster = await Cluster.connect(`kind-${kindName}`);
  await up(cluster, targetOf('development', { ...rest, APP_IMAGE: image }), hostPort);
}
