import { randomBytes } from 'node:crypto';
import type { KubernetesObject } from '@kubernetes/client-node';
import { environmentOptions, images, secret, targetOf } from '@recipe-book/cdk8s';
import { until } from '@recipe-book/test/until';
import { apply } from './apply.ts';
import { Cluster } from './cluster.ts';
import { applyAll } from './deploy.ts';
import { removeNamespace } from './remove.ts';
import { unready } from './rollout.ts';
import { ensureSecret } from './secrets.ts';

const namespace = `deploy-test-${randomBytes(2).toString('hex')}`;
const target = targetOf(
  'development',
  { PROFILE: 'light' },
  { ...environmentOptions.development, namespace },
);
let cluster: Cluster;

beforeAll(async () => {
  cluster = await Cluster.connect();
  await cluster.core.createNamespace({ body: { metadata: { name: namespace } } });
});
afterAll(() => removeNamespace(cluster, namespace));

/** A Deployment of pods that do nothing, and that nothing has to be fetched for. */
function deployment(spec: object): KubernetesObject {
  const labels = { app: 'idle' };
  const container = { name: 'idle', image: images.redis, command: ['sleep', '1000'] };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'idle', namespace },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
      ...spec,
    },
  } as KubernetesObject;
}

const autoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'idle', namespace, labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'idle' },
    minReplicas: 2,
    maxReplicas: 4,
  },
} as KubernetesObject;

async function replicas(): Promise<number | undefined> {
  const live = await cluster.apps.readNamespacedDeployment({ name: 'idle', namespace });
  return live.spec?.replicas;
}

test('the number of pods stays when an autoscaler takes over, and is fixed again without it', async () => {
  await applyAll(cluster, target, [deployment({ replicas: 3 })]);
  expect(await replicas()).toBe(3);
  await applyAll(cluster, target, [deployment({}), autoscaler]);
  expect(await replicas()).toBe(3);
  await applyAll(cluster, target, [deployment({ replicas: 2 })]);
  expect(await replicas()).toBe(2);
  const left = await cluster.objects.list('autoscaling/v2', 'HorizontalPodAutoscaler', namespace);
  expect(left.items).toEqual([]);
});

test('what leaves the manifest leaves the cluster', async () => {
  await apply(cluster, [deployment({ replicas: 0, minReadySeconds: 7 })]);
  await apply(cluster, [deployment({ replicas: 0 })]);
  const live = await cluster.apps.readNamespacedDeployment({ name: 'idle', namespace });
  expect(live.spec?.minReadySeconds).toBeUndefined();
});

test('a Secret gets what it lacks, and keeps every byte that it has', async () => {
  const binary = Buffer.from([0xff, 0x00, 0xfe]).toString('base64');
  const { name } = secret;
  await cluster.core.createNamespacedSecret({
    namespace,
    body: { metadata: { name }, data: { keystore: binary } },
  });
  expect(await ensureSecret(cluster, target)).toEqual({
    made: [secret.keys.jwtPrivateKey],
    missing: [],
  });
  expect((await ensureSecret(cluster, target)).made).toEqual([]);
  const { data } = await cluster.core.readNamespacedSecret({ name, namespace });
  expect(data?.['keystore']).toBe(binary);
});

test('a Job that has failed for good is told at once; one of somebody else is of no concern', async () => {
  const container = { name: 'job', image: images.redis, command: ['false'] };
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migration-old', namespace },
    spec: {
      backoffLimit: 0,
      template: { spec: { restartPolicy: 'Never', containers: [container] } },
    },
  } as KubernetesObject;
  await apply(cluster, [job]);
  await until('the Job has failed', 60, () =>
    unready(cluster, namespace, [job]).then(
      () => false,
      (error: Error) => error.message.startsWith('Job migration-old has failed'),
    ),
  );
  expect(await unready(cluster, namespace, [])).toEqual([]);
});
