import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ports, sidecarPorts } from '@recipe-book/cdk8s';
import { Program } from '@recipe-book/test/program';
import type { Diagnosis } from './diagnosis.ts';
import { type ApiServer, type Kitchen, startApiServer } from './testing/api-server.ts';
import { makeCertificate } from './testing/certificate.ts';
import { runDoctor } from './testing/run-doctor.ts';
import { health, readyPod, wellKitchen, wellParts } from './testing/well-kitchen.ts';

const canary = 'canary-4711';
const inKitchen = ['--namespace', 'kitchen'];

let server: ApiServer | undefined;
let parts: Server | undefined;
afterEach(async () => {
  await server?.stop();
  parts?.close();
  server = undefined;
  parts = undefined;
});

async function doctor(kitchen: Kitchen, args: readonly string[] = inKitchen) {
  server = await startApiServer(kitchen);
  return runDoctor(server.kubeConfig, args);
}

/** A port of this machine that answers for those of a pod. */
async function partsOf(answer: RequestListener): Promise<NonNullable<Kitchen['ports']>> {
  parts = createServer(answer).listen(0, '127.0.0.1');
  await once(parts, 'listening');
  const { port } = parts.address() as AddressInfo;
  return {
    [sidecarPorts.envoyAdmin]: port,
    [sidecarPorts.envoyProbes]: port,
    [ports.ratelimitHttp]: port,
  };
}

test('nothing is said but one line a group when all is well', async () => {
  const { exitCode, output } = await doctor({ ...wellKitchen(), ports: await partsOf(wellParts) });
  expect(output).toBe(
    [
      'Namespace kitchen, by the manifests of development',
      ...[
        'access',
        'pods',
        'workloads',
        'versions',
        'secrets',
        'dependencies',
        'rate limiting',
        'drift',
      ].map((group) => `  ${group.padEnd(14)} ✓`),
    ].join('\n'),
  );
  expect(exitCode).toBe(0);
});

test('what is wrong is told with what to do, and the exit code is 1', async () => {
  const kitchen = wellKitchen();
  const services = kitchen.objects?.services?.filter(({ metadata }) => metadata.name !== 'redis');
  const { exitCode, output } = await doctor({
    ...kitchen,
    objects: { ...kitchen.objects, services: services ?? [] },
    ports: await partsOf(({ url = '' }, response) => {
      if (url.startsWith('/stats')) response.end('cluster.ratelimit.membership_total: 0\n');
      else if (url === '/health') response.writeHead(503).end(health('unavailable'));
      else response.writeHead(500).end('dial tcp: lookup redis: no such host');
    }),
  });
  expect(output).toMatch(/rate limiting +✗ 2 errors/);
  expect(output).toContain('✗ Pod recipe-book-1: Envoy knows no ratelimit service');
  expect(output).toContain('cannot count (status 500): dial tcp: lookup redis: no such host');
  expect(output).toContain('✗ Pod recipe-book-1: the app cannot reach redis');
  expect(output).toContain('✗ Service redis: is missing\n      → Apply the manifests');
  expect(exitCode).toBe(1);
});

test('--json has every check, with its findings', async () => {
  const { exitCode, output } = await doctor(
    { ...wellKitchen(), secrets: {}, ports: await partsOf(wellParts) },
    [...inKitchen, '--json'],
  );
  const { namespace, environment, well, checks } = JSON.parse(output ?? '') as Diagnosis;
  expect({ namespace, environment, well }).toEqual({
    namespace: 'kitchen',
    environment: 'development',
    well: false,
  });
  expect(checks.filter(({ findings }) => findings.length > 0)).toEqual([
    {
      check: 'secrets',
      group: 'secrets',
      findings: [
        {
          level: 'error',
          object: 'Secret recipe-book',
          what: 'is missing; it needs jwt-private-key, telemetry-authorization, openobserve-root-email, openobserve-root-password',
          remedy: 'Make it: the pods wait for it. "make secrets" fills in what can be made up.',
        },
      ],
    },
  ]);
  expect(exitCode).toBe(1);
});

test('what may not be read is a warning each, and nothing is concluded from it', async () => {
  const forbidden = ['secrets', 'services', 'portforward', 'endpointslices'];
  const { exitCode, output } = await doctor({ ...wellKitchen(), forbidden });
  expect(output).toMatch(/access +! 4 warnings/);
  expect(output).toContain('! Namespace kitchen: pods/portforward could not be read');
  expect(output).not.toContain('✗');
  expect(exitCode).toBe(0);
});

test('a certificate must name the host and fit its key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-book-tls-'));
  const [one, other] = ['one', 'other'].map((name) => makeCertificate(folder, name));
  const secrets = {
    'recipe-book-tls': {
      'tls.crt': readFileSync(one?.certificate ?? '', 'utf8'),
      'tls.key': readFileSync(other?.key ?? '', 'utf8'),
    },
  };
  rmSync(folder, { recursive: true });
  const { output } = await doctor({ secrets }, [...inKitchen, '--environment', 'production']);
  const tls = '✗ Secret recipe-book-tls: tls.crt';
  expect(output).toContain(`${tls} does not belong to the private key beside it`);
  expect(output).toContain(`${tls} is not for recipe-book.example but for DNS:localhost`);
  expect(output).toContain(`${tls} expires in`);
});

test('of a long log it shows where the program says why it ended', async () => {
  const kitchen = wellKitchen();
  const pod = readyPod('recipe-book');
  const state = { terminated: { exitCode: 2 } };
  const app = { name: 'app', image: '', imageID: '', ready: false, restartCount: 0, state };
  const stack = Array.from({ length: 20 }, (_, at) => `frame ${at}`).join('\n');
  const { output } = await doctor({
    ...kitchen,
    objects: {
      ...kitchen.objects,
      pods: [{ ...pod, status: { ...pod.status, containerStatuses: [app] } }],
    },
    logs: { 'recipe-book-1/app': `started\npanic: no database\n\n${stack}\n` },
  });
  expect(output).toContain('container app ended with exit code 2\n      │ panic: no database\n');
  expect(output).not.toContain('frame');
});

test('no value of a Secret is shown, wherever it turns up', async () => {
  const kitchen = wellKitchen();
  const [pod] = kitchen.objects?.pods ?? [];
  const [deployment] = kitchen.objects?.deployments ?? [];
  const image = `registry.example/${canary}:1`;
  const broken = {
    ...readyPod('recipe-book'),
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: 'app',
          image: 'x',
          imageID: '',
          ready: false,
          restartCount: 1,
          state: { terminated: { exitCode: 1, message: canary } },
        },
        {
          name: 'envoy',
          image: 'x',
          imageID: '',
          ready: false,
          restartCount: 0,
          state: { waiting: { reason: 'ErrImagePull', message: canary } },
        },
        {
          name: 'collector',
          image: 'x',
          imageID: '',
          ready: false,
          restartCount: 0,
          state: { running: { startedAt: '2026-11-26T00:00:00Z' } },
        },
      ],
    },
  };
  expect(pod && deployment).toBeTruthy();
  const drifted = JSON.parse(
    JSON.stringify(deployment).replaceAll(/"image":"[^"]*"/g, `"image":"${image}"`),
  );
  const { output } = await doctor({
    ...kitchen,
    objects: {
      ...kitchen.objects,
      pods: [broken],
      deployments: [drifted],
      events: [
        {
          metadata: { name: 'e' },
          involvedObject: {
            kind: 'Pod',
            name: 'recipe-book-1',
            fieldPath: 'spec.containers{collector}',
          },
          reason: 'Unhealthy',
          message: `Readiness probe failed: ${canary}`,
        },
      ],
    },
    logs: { 'recipe-book-1/app': `first line\nlogging in with ${canary}\n` },
  });
  expect(output).toContain('│ first line');
  expect(output).toContain('│ logging in with [redacted]');
  expect(output).toContain('fails its readiness probe: [redacted]');
  expect(output).toContain('registry.example/[redacted]:1');
  expect(output).not.toContain(canary);
});

describe('one sentence says why the cluster could not be asked, with exit code 2', () => {
  const kubeConfig = (server: string) =>
    JSON.stringify({
      clusters: [{ name: 'a', cluster: { server, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'a', user: {} }],
      contexts: [{ name: 'a', context: { cluster: 'a', user: 'a' } }],
      'current-context': 'a',
    });

  test.each([
    [
      'nobody listens',
      kubeConfig('http://127.0.0.1:1'),
      [],
      /^The cluster at http:\/\/127\.0\.0\.1:1 could not be asked: .*ECONNREFUSED.*; see .*\.$/,
    ],
    [
      'the kubeconfig is none',
      '{',
      [],
      /^The kubeconfig cannot be read: .*; let KUBECONFIG name one that can\.$/,
    ],
    [
      'there is no such context',
      kubeConfig('http://127.0.0.1:1'),
      ['--context', 'b'],
      /^The kubeconfig has no context "b"; it has a\.$/,
    ],
    [
      'there is no such environment',
      '{}',
      ['--environment', 'b'],
      /^The environment is "b"; there are .*\.$/,
    ],
  ])('%s', async (_, text, args, sentence) => {
    const { exitCode, error } = await runDoctor(text, args);
    expect(error).toMatch(sentence);
    expect(exitCode).toBe(2);
  });

  test('the namespace does not exist', async () => {
    const { exitCode, error } = await doctor({}, ['--namespace', 'cellar']);
    expect(error).toMatch(/^The cluster at .* has no namespace cellar; .*\.$/);
    expect(exitCode).toBe(2);
  });

  test('nothing at all may be read', async () => {
    const { exitCode, error } = await doctor({ forbidden: ['kitchen'] });
    expect(error).toMatch(/^You may read nothing in namespace kitchen; .*\.$/);
    expect(exitCode).toBe(2);
  });

  test('the login is not known', async () => {
    server = await startApiServer({});
    const { exitCode, error } = await runDoctor(server.kubeConfig.replace('a-token', 'old'), []);
    expect(error).toMatch(/^The cluster at .* does not know who asks; .*\.$/);
    expect(exitCode).toBe(2);
  });

  test('on the command line it stands alone on stderr', async () => {
    const main = join(import.meta.dirname, 'main.ts');
    const env = { ...process.env, KUBECONFIG: '/nowhere' };
    const { code, lines } = await Program.run(process.execPath, [main], env);
    expect(lines).toEqual([
      expect.stringMatching(/^The kubeconfig cannot be read: .*\/nowhere.*; let KUBECONFIG .*\.$/),
    ]);
    expect(code).toBe(2);
  });
});
