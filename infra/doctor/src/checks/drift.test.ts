import type { LiveObjects } from '../cluster/resources.ts';
import type { KubeObject } from '../snapshot.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { drift } from './drift.ts';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s' };
const wanted: KubeObject[] = [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config-2' }, data: { a: '1' } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app' }, spec: { replicas: 3 } },
];
const config = { metadata: { name: 'config-2', labels }, data: { a: '1' } };
const deployment = (replicas: number): LiveObjects['deployments'][number] => ({
  metadata: { name: 'app', labels },
  spec: { replicas, selector: {}, template: {} },
});

function found(live: Partial<LiveObjects>, rest: object = {}) {
  const findings = drift.findings(snapshotWith({ wanted, live, ...rest }));
  return findings.map(({ level, object, what, details }) =>
    [`${level}: ${object} ${what}`, ...(details ?? [])].join('; '),
  );
}

test('missing, changed and superfluous objects are told', () => {
  const live = {
    configmaps: [{ metadata: { name: 'config-1', labels } }],
    deployments: [deployment(1)],
  };
  expect(found(live)).toEqual([
    'error: ConfigMap config-2 is missing',
    'error: Deployment app differs from the manifest in 1 place; spec.replicas: 3 → 1',
    'warning: ConfigMap config-1 is in no manifest any more',
  ]);
});

test('objects of others, configs that a rollback needs and Jobs that are done are not superfluous', () => {
  const template = {
    spec: { containers: [], volumes: [{ name: 'c', configMap: { name: 'config-1' } }] },
  };
  expect(
    found({
      configmaps: [
        config,
        { metadata: { name: 'config-1', labels } },
        { metadata: { name: 'kube-root-ca.crt' } },
      ],
      deployments: [deployment(3)],
      jobs: [{ metadata: { name: 'migration-1', labels }, status: { succeeded: 1 } }],
      replicasets: [{ metadata: { name: 'app-1' }, spec: { selector: {}, template } }],
    }),
  ).toEqual([]);
});

test('an autoscaler may change the number of replicas', () => {
  expect(
    found({
      configmaps: [config],
      deployments: [deployment(7)],
      horizontalpodautoscalers: [
        {
          metadata: { name: 'app' },
          spec: { maxReplicas: 9, scaleTargetRef: { kind: 'Deployment', name: 'app' } },
        },
      ],
    }),
  ).toEqual([]);
});

test('what could not be read is not missing', () => {
  const unreadable = [{ resource: 'configmaps', why: 'it is forbidden' }];
  expect(found({ deployments: [deployment(3)] }, { unreadable })).toEqual([]);
});
