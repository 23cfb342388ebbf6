import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import { manifests, targetOf } from '@recipe-book/cdk8s';
import { parseAllDocuments } from 'yaml';
import { apply, objectsOf } from './apply.ts';
import { Cluster } from './cluster.ts';

interface Sent {
  readonly url: string;
  readonly body: unknown;
}

/** An API server that takes everything, or refuses the objects of one kind. */
async function apiServer(refused?: string) {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') return void response.end(discovery);
    const body: { kind?: string } = JSON.parse(text);
    if (body.kind === refused) {
      response.statusCode = 422;
      return void response.end(JSON.stringify({ kind: 'Status', message: 'it is not wanted' }));
    }
    sent.push({ url: request.url ?? '', body });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const config = new KubeConfig();
  const { port } = server.address() as AddressInfo;
  config.loadFromClusterAndUser(
    { name: 'stand-in', server: `http://127.0.0.1:${port}`, skipTLSVerify: true },
    { name: 'nobody' },
  );
  return { cluster: new Cluster(config), sent, close: () => server.close() };
}

/** Every kind of the manifests, under whatever group one asks. */
const discovery = JSON.stringify({
  kind: 'APIResourceList',
  resources: [
    ...['ConfigMap', 'Deployment', 'HorizontalPodAutoscaler', 'Ingress', 'Job', 'NetworkPolicy'],
    ...['PodDisruptionBudget', 'Service', 'ServiceAccount', 'StatefulSet'],
  ]
    .map((kind) => ({ kind, name: `${kind.toLowerCase()}s`, namespaced: true }))
    .concat({ kind: 'Namespace', name: 'namespaces', namespaced: false }),
});

test.each(['development', 'staging', 'production'] as const)(
  'every field of %s reaches the API server',
  async (environment) => {
    const files = manifests(targetOf(environment, {}));
    const { cluster, sent, close } = await apiServer();
    await apply(cluster, objectsOf(files));
    close();
    const written = [...files.values()].flatMap((text) =>
      parseAllDocuments(text).map((document) => document.toJS()),
    );
    expect(sent.map(({ body }) => body)).toEqual(written);
  },
);

test('fields are taken over from whoever set them before', async () => {
  const { cluster, sent, close } = await apiServer();
  await apply(cluster, objectsOf(manifests(targetOf('development', {}))));
  close();
  for (const { url } of sent) expect(url).toMatch(/fieldManager=recipe-book.*force=true/);
});

test('an object that is refused is named, with what the API server said', async () => {
  const { cluster, close } = await apiServer('StatefulSet');
  const applied = apply(cluster, objectsOf(manifests(targetOf('development', {}))));
  await expect(applied).rejects.toThrow('StatefulSet redis was not applied: it is not wanted');
  close();
});
