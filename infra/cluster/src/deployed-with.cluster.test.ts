import { randomBytes } from 'node:crypto';
import { environmentOptions, manifests, targetOf } from '@recipe-book/cdk8s';
import { apply, objectsOf } from './apply.ts';
import { Cluster } from './cluster.ts';
import { noteSettings, settingsIn } from './deployed-with.ts';
import { removeNamespace } from './remove.ts';

const namespace = `noted-${randomBytes(2).toString('hex')}`;
const options = { ...environmentOptions.development, namespace };
let cluster: Cluster;

beforeAll(async () => {
  cluster = await Cluster.connect();
  await applyNamespace();
});
afterAll(() => removeNamespace(cluster, namespace), 60_000);

async function applyNamespace(): Promise<void> {
  const objects = objectsOf(manifests(targetOf('development', {}, options)));
  await apply(
    cluster,
    objects.filter(({ kind }) => kind === 'Namespace'),
  );
}

async function noted(): Promise<Record<string, string>> {
  const { metadata } = await cluster.core.readNamespace({ name: namespace });
  return settingsIn(metadata?.annotations);
}

test('the namespace says what was chosen, also when its manifest is applied again', async () => {
  const chosen = { APP_IMAGE: 'recipe-book/app:1-0a1b2c', PROFILE: 'light' };
  await noteSettings(cluster, targetOf('development', chosen, options));
  await applyNamespace();
  expect(await noted()).toEqual(chosen);
});

test('what is not chosen any more is forgotten', async () => {
  await noteSettings(cluster, targetOf('development', {}, options));
  expect(await noted()).toEqual({});
});
