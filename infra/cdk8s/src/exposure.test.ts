import { type EnvironmentOptions, type Exposure, environmentOptions } from './environments.ts';
import { find, type KubeObject, objectsOf, podOf } from './testing/objects.ts';

const { development, production } = environmentOptions;

function exposed(exposure: Exposure, text = {}, options: EnvironmentOptions = development) {
  return objectsOf('development', text, { ...options, exposure });
}

const service = (objects: KubeObject[]) => find(objects, 'Service', 'recipe-book');

test('a load balancer keeps the address of the client and is told what the cloud wants to know', () => {
  const annotations = { 'cloud.example/scheme': 'internet-facing' };
  const { metadata, spec } = service(exposed({ kind: 'load-balancer', annotations }));
  expect(metadata).toMatchObject({ annotations });
  expect(spec).toMatchObject({
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  });
});

test('a load balancer may lead to an Envoy that takes HTTPS', () => {
  const { spec } = service(exposed({ kind: 'load-balancer', tlsSecret: 'my-certificate' }));
  expect(spec).toMatchObject({ ports: [{ name: 'https', port: 443, targetPort: 8080 }] });
});

test('the Service leads to the port that Envoy listens at', () => {
  const { spec } = service(objectsOf('development', { INGRESS_PORT: '8181' }));
  expect(spec).toMatchObject({ ports: [{ port: 80, targetPort: 8181 }] });
});

test('a port of the nodes keeps it too', () => {
  expect(service(objectsOf('development')).spec).toMatchObject({
    type: 'NodePort',
    externalTrafficPolicy: 'Local',
    ports: [{ nodePort: 30_080 }],
  });
});

test('a pod goes on for as long as the environment says', () => {
  const pod = podOf(
    find(exposed({ kind: 'load-balancer', drainSeconds: 40 }), 'Deployment', 'recipe-book'),
  );
  expect(pod.containers[0]).toMatchObject({ lifecycle: { preStop: { sleep: { seconds: 40 } } } });
});

test('behind an ingress controller the Service is for the cluster alone', () => {
  expect(service(objectsOf('production')).spec).not.toHaveProperty('externalTrafficPolicy');
});

describe('cert-manager', () => {
  const exposure = { ...production.exposure, clusterIssuer: 'letsencrypt' } as Exposure;
  const objects = exposed(exposure, { TRUSTED_PROXY_HOPS: '1' });

  test('is told to make the Secret that the Ingress names', () => {
    expect(find(objects, 'Ingress', 'recipe-book')).toMatchObject({
      metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      spec: { tls: [{ hosts: ['recipe-book.example'], secretName: 'recipe-book-tls' }] },
    });
  });

  test('gets through to its pods that answer challenges', () => {
    expect(find(objects, 'NetworkPolicy', 'recipe-book-certificate').spec).toEqual({
      podSelector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ protocol: 'TCP', port: 8089 }] }],
    });
  });

  test('is not asked where the Secret exists', () => {
    expect(JSON.stringify(objectsOf('production'))).not.toContain('cert-manager');
  });
});

test.each<[Exposure, Record<string, string>, string]>([
  [{ kind: 'node-port', port: 8080 }, {}, 'The node port is 8080; clusters take 30000 to 32767.'],
  [
    { kind: 'load-balancer', drainSeconds: 0.5 },
    {},
    'drainSeconds is 0.5; it must be a whole number',
  ],
  [{ kind: 'load-balancer' }, { TRUSTED_PROXY_HOPS: '1' }, 'has no proxy in front'],
])('%j is refused', (exposure, text, sentence) => {
  expect(() => exposed(exposure, text)).toThrow(sentence);
});
