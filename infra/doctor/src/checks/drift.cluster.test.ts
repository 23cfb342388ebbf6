import type { Diagnosis } from '../diagnosis.ts';
import { doctor } from '../doctor.ts';
import { ClusterNamespace } from '../testing/cluster-namespace.ts';
import { manifestsOf } from '../testing/manifests-of.ts';

// Production's take no port of the node, which another namespace may have.
const objects = manifestsOf('production');
const labels = Object.fromEntries(
  ['enforce', 'audit', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
);
const namespace = new ClusterNamespace('drift', {
  ...labels,
  'app.kubernetes.io/managed-by': 'cdk8s',
  'app.kubernetes.io/part-of': 'recipe-book',
  'recipe-book/environment': 'production',
});

beforeAll(async () => {
  await namespace.make();
  // Only the objects matter: no pod is to run.
  await namespace.create({
    ...namespace.named('v1', 'ResourceQuota', 'no-pods'),
    spec: { hard: { pods: '0' } },
  } as object);
  for (const object of objects) if (object.kind !== 'Namespace') await namespace.create(object);
}, 60_000);
afterAll(() => namespace.delete(), 60_000);

async function found(): Promise<string[]> {
  const args = ['--environment', 'production', '--namespace', namespace.name, '--json'];
  const { output = '' } = await doctor(args, {});
  const { checks } = JSON.parse(output) as Diagnosis;
  const findings = checks.find(({ check }) => check === 'drift')?.findings ?? [];
  return findings.flatMap(({ object, what, details = [] }) =>
    details.length === 0 ? [`${object} ${what}`] : details.map((line) => `${object} ${line}`),
  );
}

test('what the API server makes of the manifests is no drift', async () => {
  expect(await found()).toEqual([]);
}, 30_000);

test('what somebody changed by hand is', async () => {
  const of = namespace.named.bind(namespace);
  const env = [
    { name: 'ADDED', value: 'by hand' },
    { name: 'APP_ENV', value: 'staging' },
  ];
  const app = { name: 'app', env, resources: { requests: { cpu: '300m' } } };
  await namespace.patch({
    ...of('apps/v1', 'Deployment', 'recipe-book'),
    spec: { template: { spec: { containers: [app] } } },
  });
  await namespace.patch({ ...of('apps/v1', 'Deployment', 'ratelimit'), spec: { replicas: 1 } });
  await namespace.patch({
    ...of('v1', 'ConfigMap', 'recipe-book-routes'),
    data: { more: 'than there should be' },
  });
  await namespace.patch({
    ...of('networking.k8s.io/v1', 'NetworkPolicy', 'deny-all-but-dns'),
    spec: { podSelector: { matchLabels: { a: 'b' } } },
  });
  await namespace.api.delete(of('policy/v1', 'PodDisruptionBudget', 'ratelimit'));
  await namespace.create(
    of('v1', 'ConfigMap', 'redis-0', { labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } }),
  );
  const container = 'Deployment recipe-book spec.template.spec.containers[app]';
  expect((await found()).toSorted()).toEqual(
    [
      'ConfigMap recipe-book-routes data.more: should not be there',
      'ConfigMap redis-0 is in no manifest any more',
      `${container}.env[ADDED]: should not be there`,
      `${container}.env[APP_ENV].value: production → staging`,
      `${container}.resources.requests.cpu: 250m → 300m`,
      'Deployment ratelimit spec.replicas: 2 → 1',
      'NetworkPolicy deny-all-but-dns spec.podSelector.matchLabels: should not be there',
      'PodDisruptionBudget ratelimit is missing',
    ].toSorted(),
  );
}, 30_000);
