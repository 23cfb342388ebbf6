import type { RequestListener } from 'node:http';
import { neededSecretKeys } from '@recipe-book/cdk8s';
import { type LiveObjects, resourceNames, resources } from '../cluster/resources.ts';
import type { KubeObject } from '../snapshot.ts';
import type { Kitchen } from './api-server.ts';
import { manifestsOf, targetIn } from './manifests-of.ts';

const keys = neededSecretKeys(targetIn('development')).map(({ key }) => key);
const wanted = manifestsOf('development');

/** Body of the app's `/health`. */
export const health = (redis: string) => JSON.stringify({ checks: { database: 'ok', redis } });

/** Answers as a well stack does. */
export const wellParts: RequestListener = ({ url = '' }, response) => {
  if (url.startsWith('/stats')) {
    response.end(
      'cluster.ratelimit.membership_total: 1\ncluster.ratelimit.membership_healthy: 1\n',
    );
  } else response.end(url === '/health' ? health('ok') : '{}');
};

/** The namespace as it is when all went well. */
export function wellKitchen(): Kitchen {
  const of = (kind: string) => wanted.filter((object) => object.kind === kind);
  const asReady = (object: KubeObject) => ({
    ...object,
    status: { replicas: 1, readyReplicas: 1, updatedReplicas: 1 },
  });
  const objects = Object.fromEntries(
    resourceNames.map((name) => {
      const { kind } = resources[name];
      return [name, /^(Deployment|StatefulSet)$/.test(kind) ? of(kind).map(asReady) : of(kind)];
    }),
  ) as Partial<LiveObjects>;
  return {
    objects: {
      ...objects,
      pods: ['recipe-book', 'ratelimit'].map((name) => readyPod(name)),
      endpointslices: of('Service').map(({ metadata, spec }) => ({
        metadata: {
          name: metadata.name,
          labels: { 'kubernetes.io/service-name': metadata.name },
        },
        addressType: 'IPv4',
        endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: true } }],
        ports: (spec as { ports: { name: string }[] }).ports.map(({ name }) => ({ name })),
      })),
    },
    namespaceObject: of('Namespace')[0] ?? {},
    secrets: { 'recipe-book': Object.fromEntries(keys.map((key) => [key, 'canary-4711'])) },
  };
}

/** A pod of a component, with the container that answers for it. */
export function readyPod(component: string): LiveObjects['pods'][number] {
  const container = component === 'ratelimit' ? 'ratelimit' : 'envoy';
  return {
    metadata: { name: `${component}-1`, labels: { 'app.kubernetes.io/name': component } },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [
        {
          name: container,
          image: '',
          imageID: '',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: '2026-11-26T00:00:00Z' } },
        },
      ],
    },
  };
}
