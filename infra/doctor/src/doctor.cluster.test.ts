import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoreV1Api, KubeConfig, type KubernetesObject } from '@kubernetes/client-node';
import { until } from '@recipe-book/test/until';
import { parse } from 'yaml';
import type { Diagnosis } from './diagnosis.ts';
import { doctor } from './doctor.ts';
import { brokenFindings, brokenObjects, canary } from './testing/broken-namespace.ts';
import { ClusterNamespace } from './testing/cluster-namespace.ts';
import { runDoctor } from './testing/run-doctor.ts';
import { told } from './testing/told.ts';

const namespace = new ClusterNamespace('doctor');
const args = ['--namespace', namespace.name];

beforeAll(async () => {
  await namespace.make();
  for (const object of brokenObjects) await namespace.create(object);
  await namespace.api.delete(namespace.named('v1', 'Pod', 'held'), undefined, undefined, 0);
  await until('the first pod of "stuck" is ready', 60, async () => {
    const { status } = await namespace.api.read<
      KubernetesObject & { status?: { readyReplicas?: number } }
    >(namespace.named('apps/v1', 'Deployment', 'stuck'));
    return status?.readyReplicas === 1;
  });
  await namespace.patch({
    ...namespace.named('apps/v1', 'Deployment', 'stuck'),
    spec: {
      template: { spec: { containers: [{ name: 'main', image: 'localhost/nothing:2' }] } },
    },
  });
}, 120_000);
afterAll(async () => {
  await namespace.patch(namespace.named('v1', 'Pod', 'held', { finalizers: null }));
  await namespace.delete();
}, 60_000);

async function diagnose(): Promise<Diagnosis> {
  const { output = '' } = await doctor([...args, '--json'], {});
  expect(output).not.toContain(canary);
  return JSON.parse(output) as Diagnosis;
}

const expected = [
  ...brokenFindings,
  /^rate-limiting: Pod envoy Envoy reaches no ratelimit service that counts \(2 known\)/,
  /^drift: Deployment recipe-book is missing$/,
];

test('each thing that is wrong is told in words', async () => {
  let found: string[] = [];
  const missing = () => expected.filter((pattern) => !found.some((line) => pattern.test(line)));
  await until('all is found', 180, async () => {
    found = told(await diagnose());
    return missing().length === 0;
  }).catch(() => undefined);
  expect({ missing: missing(), found }).toEqual({ missing: [], found });
}, 200_000);

test('the end of a log is shown without the secrets in it', async () => {
  const { output } = await doctor(args, {});
  expect(output).toContain('│ first line');
  expect(output).toContain('│ logging in with [redacted]');
  expect(output).toContain('│ no database');
  expect(output).not.toContain(canary);
});

test('the rights that the guide lists are enough', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/doctor.md'), 'utf8');
  const [, role = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  await namespace.create(parse(role) as KubernetesObject);
  await namespace.create(namespace.named('v1', 'ServiceAccount', 'doctor'));
  await namespace.create({
    ...namespace.named('rbac.authorization.k8s.io/v1', 'RoleBinding', 'doctor'),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'doctor' },
    subjects: [{ kind: 'ServiceAccount', name: 'doctor', namespace: namespace.name }],
  } as KubernetesObject);
  const { output = '' } = await runDoctor(await kubeConfigOf('doctor'), [...args, '--json']);
  const lines = told(JSON.parse(output) as Diagnosis);
  expect(lines.filter((line) => line.startsWith('access'))).toEqual([]);
  expect(lines).toContainEqual(expect.stringMatching(/^rate-limiting: Pod envoy/));
});

test('whoever may read nothing is told so', async () => {
  await namespace.create(namespace.named('v1', 'ServiceAccount', 'nobody'));
  const { exitCode, error } = await runDoctor(await kubeConfigOf('nobody'), args);
  expect(error).toMatch(/^You may read nothing in namespace doctor-\d+; .*\.$/);
  expect(exitCode).toBe(2);
});

/** A kubeconfig with the rights of a ServiceAccount. */
async function kubeConfigOf(account: string): Promise<string> {
  const core = namespace.kubeConfig.makeApiClient(CoreV1Api);
  const { status: { token } = {} } = await core.createNamespacedServiceAccountToken({
    name: account,
    namespace: namespace.name,
    body: { spec: { audiences: [] } },
  });
  const own = new KubeConfig();
  const cluster = namespace.kubeConfig.getCurrentCluster();
  if (!cluster || !token) throw new Error('There is no cluster or no token.');
  own.loadFromClusterAndUser(cluster, { name: account, token });
  return own.exportConfig();
}
