import { environmentOptions } from './environments.ts';
import { find, objectsOf, podOf } from './testing/objects.ts';

const { development } = environmentOptions;
const exposure = { kind: 'node-port', port: 30_443, tlsSecret: 'my-certificate' } as const;
const objects = objectsOf('development', {}, { ...development, exposure });
const pod = podOf(find(objects, 'Deployment', 'recipe-book'));
const envoy = pod.initContainers?.find(({ name }) => name === 'envoy');

test('Envoy reads the Secret’s certificate where it is mounted', () => {
  expect(pod.volumes).toContainEqual({
    name: 'envoy-tls',
    secret: { secretName: 'my-certificate', defaultMode: 0o440 },
  });
  // Not by subPath: Kubernetes renews only whole folders.
  expect(envoy?.['volumeMounts']).toEqual(
    expect.arrayContaining([
      { name: 'envoy-tls', mountPath: '/etc/envoy-tls', readOnly: true },
      { name: 'recipe-book-certificate-config', mountPath: '/etc/envoy-secrets', readOnly: true },
    ]),
  );
  const config = find(objects, 'ConfigMap', 'recipe-book-envoy').data?.['envoy.json'];
  expect(config).toContain('"path": "/etc/envoy-secrets/tls.json"');
  const names = JSON.parse(
    find(objects, 'ConfigMap', 'recipe-book-certificate').data?.['tls.json'] ?? '',
  );
  expect(names.resources[0].tls_certificate).toEqual({
    certificate_chain: { filename: '/etc/envoy-tls/tls.crt' },
    private_key: { filename: '/etc/envoy-tls/tls.key' },
  });
});

test('clients and the readiness probe come by HTTPS, the others in the clear', () => {
  expect(find(objects, 'Service', 'recipe-book').spec).toMatchObject({
    type: 'NodePort',
    ports: [{ name: 'https', port: 443, targetPort: 8080, nodePort: 30_443 }],
  });
  const [app] = pod.containers;
  expect(app?.['readinessProbe']).toMatchObject({ httpGet: { scheme: 'HTTPS' } });
  expect(app?.['livenessProbe']).not.toHaveProperty('httpGet.scheme');
});

test('there is no certificate where a proxy in front ends TLS', () => {
  const plain = JSON.stringify(objectsOf('production'));
  expect(plain).not.toContain('DownstreamTlsContext');
  expect(plain).not.toContain('/etc/envoy-tls');
});
