import type { KubeObject } from '@recipe-book/cdk8s';
import { images, sidecarPorts } from '@recipe-book/cdk8s';

/** One that every cluster with the manifests in it has; a shell and the usual programs are in it. */
const image = images.redis;
const labelOf = (name: string) => ({ app: name });
const goOn = ['sleep', '100000'];

/** What Pod Security `restricted` asks for. */
const hardened = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  runAsUser: 1000,
  seccompProfile: { type: 'RuntimeDefault' },
};

type Fields = Readonly<Record<string, unknown>>;

function object(apiVersion: string, kind: string, name: string, rest: Fields): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: { name, ...(rest['metadata'] as Fields) },
    ...without(rest),
  };
}

function without({ metadata: _, ...rest }: Fields): Fields {
  return rest;
}

function container(fields: Fields): Fields {
  return { name: 'main', image, command: goOn, securityContext: hardened, ...fields };
}

function podSpec(fields: Fields, rest: Fields = {}, sidecars: readonly Fields[] = []) {
  return {
    terminationGracePeriodSeconds: 0,
    automountServiceAccountToken: false,
    containers: [container(fields), ...sidecars],
    ...rest,
  };
}

function pod(name: string, fields: Fields, rest: Fields = {}, metadata: Fields = {}): KubeObject {
  return object('v1', 'Pod', name, {
    metadata: { labels: labelOf(name), ...metadata },
    spec: podSpec(fields, rest),
  });
}

function deployment(name: string, fields: Fields, rest: Fields = {}): KubeObject {
  const labels = labelOf(name);
  const template = { metadata: { labels }, spec: podSpec(fields) };
  return object('apps/v1', 'Deployment', name, {
    spec: { selector: { matchLabels: labels }, template, ...rest },
  });
}

function shell(script: string): Fields {
  return { command: ['sh', '-c', script] };
}

const emptyDir = { volumes: [{ name: 'kept', emptyDir: {} }] };
const kept = { volumeMounts: [{ name: 'kept', mountPath: '/kept' }] };

const nobody = (port_value: number) => ({
  endpoint: { address: { socket_address: { address: '127.0.0.1', port_value } } },
});

/** Configuration of an Envoy that knows two ratelimit services and reaches none. */
const lonelyEnvoy = {
  admin: {
    address: { socket_address: { address: '127.0.0.1', port_value: sidecarPorts.envoyAdmin } },
  },
  static_resources: {
    clusters: [
      {
        name: 'ratelimit',
        load_assignment: {
          cluster_name: 'ratelimit',
          endpoints: [{ lb_endpoints: [nobody(1), nobody(2)] }],
        },
        health_checks: [
          {
            timeout: '1s',
            interval: '1s',
            unhealthy_threshold: 1,
            healthy_threshold: 1,
            tcp_health_check: {},
          },
        ],
      },
    ],
  },
};

/** Value of the Secret; no report may hold it. */
export const canary = 'canary-4711';

/** One thing of each kind that can be wrong in a namespace whose Pod Security level is `restricted`. */
export const brokenObjects: readonly KubeObject[] = [
  object('v1', 'Secret', 'recipe-book', { stringData: { 'jwt-private-key': canary } }),
  pod('pull', { image: 'localhost/nothing:1' }),
  pod('crash', {
    ...shell('echo first line; echo "logging in with $SECRET"; exit 3'),
    env: [
      {
        name: 'SECRET',
        valueFrom: { secretKeyRef: { name: 'recipe-book', key: 'jwt-private-key' } },
      },
    ],
  }),
  pod('memory', {
    ...shell('x=0123456789; while true; do x=$x$x; done'),
    resources: { limits: { memory: '16Mi' } },
  }),
  pod('command', { command: ['/bin/nothing'] }),
  pod('nowhere', {}, { nodeSelector: { 'recipe-book/nowhere': 'yes' } }),
  pod('key', {
    env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'recipe-book', key: 'nothing' } } }],
  }),
  pod('config', { envFrom: [{ configMapRef: { name: 'nothing' } }] }),
  pod(
    'mount',
    { volumeMounts: [{ name: 'kept', mountPath: '/kept' }] },
    { volumes: [{ name: 'kept', secret: { secretName: 'nothing' } }] },
  ),
  pod('claim', kept, {
    volumes: [{ name: 'kept', persistentVolumeClaim: { claimName: 'claim' } }],
  }),
  object('v1', 'PersistentVolumeClaim', 'claim', {
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'nothing',
      resources: { requests: { storage: '1Mi' } },
    },
  }),
  pod('probe', { readinessProbe: { exec: { command: ['false'] }, periodSeconds: 1 } }),
  pod(
    'restarted',
    { ...shell('test -e /kept/x && exec sleep 100000; touch /kept/x; exit 4'), ...kept },
    emptyDir,
  ),
  pod('held', {}, {}, { finalizers: ['recipe-book/held'] }),
  deployment('refused', { securityContext: {} }),
  // Its images are changed to one that is not there.
  deployment('stuck', {}, { progressDeadlineSeconds: 5 }),
  object('batch/v1', 'Job', 'job', {
    spec: {
      backoffLimit: 0,
      template: { spec: podSpec(shell('echo no database; exit 5'), { restartPolicy: 'Never' }) },
    },
  }),
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'stuck', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'stuck' },
      maxReplicas: 3,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
        },
      ],
    },
  }),
  object('policy/v1', 'PodDisruptionBudget', 'stuck', {
    spec: { maxUnavailable: 0, selector: { matchLabels: labelOf('stuck') } },
  }),
  object('v1', 'Service', 'nobody', {
    spec: { selector: labelOf('nobody'), ports: [{ port: 80 }] },
  }),
  object('v1', 'Service', 'unready', {
    spec: { selector: labelOf('probe'), ports: [{ port: 80 }] },
  }),
  object('v1', 'Service', 'port', {
    spec: { selector: labelOf('stuck'), ports: [{ port: 80, targetPort: 'nothing' }] },
  }),
  // A real Envoy, whose ratelimit services nobody runs, beside a collector that is none.
  object('v1', 'Pod', 'envoy', {
    metadata: { labels: { 'app.kubernetes.io/name': 'recipe-book' } },
    spec: podSpec(
      {
        name: 'envoy',
        image: images.envoy,
        command: ['envoy', '--config-yaml', JSON.stringify(lonelyEnvoy)],
      },
      {},
      [container({ name: 'collector' })],
    ),
  }),
];

/** What is to be found in it, as `check: object what`. */
export const brokenFindings: readonly RegExp[] = [
  /^image-pulls: Pod pull container main cannot get its image localhost\/nothing:1: /,
  /^image-pulls: Pod stuck-\w+-\w+ container main cannot get its image localhost\/nothing:2: /,
  /^crash-loops: Pod crash container main ended with exit code 3/,
  /^crash-loops: Pod memory container main was ended because it used more memory than its limit of 16Mi \(OOMKilled/,
  /^crash-loops: Pod command container main .*\/bin\/nothing/,
  /^scheduling: Pod nowhere no node takes it: .*didn't match Pod's node affinity\/selector/,
  /^references: Pod key container main cannot start: couldn't find key nothing in Secret .*\/recipe-book$/,
  /^references: Pod config container main cannot start: configmap "nothing" not found$/,
  /^references: Pod mount a volume cannot be made: .*secret "nothing" not found$/,
  /^scheduling: Pod claim no node takes it: .*PersistentVolumeClaim/i,
  /^volumes: PersistentVolumeClaim claim has no volume: .*"nothing"/,
  /^probes: Pod probe container main fails its readiness probe$/,
  /^restarts: Pod restarted container main ended with exit code 4 \d+ seconds? ago, and runs again; 1 restart so far$/,
  /^terminating: Pod held should have been gone for \d+ \w+, but waits for recipe-book\/held$/,
  /^refused-pods: ReplicaSet refused-\w+ its pods are refused: violates PodSecurity/,
  /^rollouts: Deployment stuck its rollout stands still: .*; 1 old pod goes on serving$/,
  /^replicas: Deployment refused 0 of 1 pods is ready$/,
  /^jobs: Job job failed: /,
  /^autoscalers: HorizontalPodAutoscaler stuck cannot read its metrics: /,
  /^disruption-budgets: PodDisruptionBudget stuck allows no pod to be evicted/,
  /^services: Service nobody leads nowhere: no pod has the labels that it asks for$/,
  /^services: Service unready leads nowhere: none of its 1 pod is ready$/,
  /^services: Service port its port 80 leads nowhere: no container has a port named nothing$/,
  /^images: Pod envoy container collector runs redis:[\d.]+ instead of otel\//,
];
