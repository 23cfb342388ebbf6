import { Testing } from 'cdk8s';
import { podPlacements } from './pod-layout.ts';
import { SidecarApp } from './sidecar-app.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';

const size = { cpu: '10m', memory: '32Mi', memoryLimit: '64Mi' };
const layout = {
  ingressPort: 8080,
  app: { address: '127.0.0.1', port: 3000 },
  ratelimit: { name: 'ratelimit', grpcPort: 8081, httpPort: 8080 },
};

function propsOf(change: Partial<SidecarAppProps> = {}, own: object = {}): SidecarAppProps {
  const { envoy, collector } = podPlacements({ ...layout, ...own });
  return {
    name: 'api',
    replicas: 2,
    app: { image: 'api:1', size, env: [] },
    envoy: { image: 'envoy:1', size, placement: envoy, config: {}, routes: {} },
    collector: { image: 'collector:1', size, placement: collector, config: {} },
    timing: { healthCheckTimeout: 5000, drainDelay: 2000, shutdownTimeout: 30_000 },
    ...change,
  };
}

function synth(props: SidecarAppProps): { kind: string; spec: { template: object } }[] {
  const chart = Testing.chart();
  new SidecarApp(chart, 'app', props);
  return chart.toJson();
}

const pods = (props: SidecarAppProps) =>
  JSON.stringify(synth(props).find(({ kind }) => kind === 'Deployment')?.spec.template);

test('an app on a port needs no folder for a socket', () => {
  expect(pods(propsOf())).not.toContain('sockets');
  expect(pods(propsOf({}, { app: { path: '/run/api/app.sock' } }))).toContain(
    '{"mountPath":"/run/api","name":"sockets"}',
  );
});

test('the pods get the priority that is asked for', () => {
  expect(pods(propsOf({ priorityClass: 'important' }))).toContain(
    '"priorityClassName":"important"',
  );
  expect(pods(propsOf())).not.toContain('priorityClassName');
});

test.each<[string, Partial<SidecarAppProps>, number]>([
  ['the cluster', {}, 5],
  ['a port of the nodes', { service: { type: 'NodePort' } }, 5],
  ['an ingress controller', { ingress: { host: 'x.example', className: 'x', tlsSecret: 'x' } }, 10],
  ['a load balancer', { service: { type: 'LoadBalancer' } }, 30],
])('a pod that ends goes on until %s sends no more', (_, change, seconds) => {
  const { timing } = propsOf();
  expect(pods(propsOf(change))).toContain(`"preStop":{"sleep":{"seconds":${seconds}}}`);
  expect(pods(propsOf(change))).toContain(`"terminationGracePeriodSeconds":${seconds + 52}`);
  const longer = { timing: { ...timing, endpointRemovalSeconds: 45 } };
  expect(pods(propsOf({ ...change, ...longer }))).toContain('"preStop":{"sleep":{"seconds":45}}');
});

test('the Collector outlives the last requests until what they left is sent, but never its pod', () => {
  const { collector, timing } = propsOf();
  const preStopOf = (change: Partial<SidecarAppProps>) =>
    /"name":"collector".*?"preStop":\{"sleep":\{"seconds":(\d+)\}\}/.exec(
      pods(propsOf(change)),
    )?.[1];
  expect(preStopOf({ collector: { ...collector, heldSeconds: 20 } })).toBe('27');
  // 5 s until no new requests come, 7 s for these, 10 s for the app to close.
  const quick = { timing: { ...timing, shutdownTimeout: 5000 } };
  expect(preStopOf({ collector: { ...collector, heldSeconds: 60 }, ...quick })).toBe('22');
});

describe('pods roll', () => {
  const before = pods(propsOf());
  const { app, envoy, collector } = propsOf();

  test.each<[string, Partial<SidecarAppProps>]>([
    ['a variable', { app: { ...app, env: [{ name: 'A', value: 'b' }] } }],
    ['an annotation', { podAnnotations: { 'secret-version': '2' } }],
    ['the config of Envoy', { envoy: { ...envoy, config: { a: 1 } } }],
    ['the config of the Collector', { collector: { ...collector, config: { a: 1 } } }],
  ])('for %s', (_, change) => {
    expect(pods(propsOf(change))).not.toBe(before);
  });

  test('but not for routes, nor for their number', () => {
    expect(pods(propsOf({ envoy: { ...envoy, routes: { a: 1 } }, replicas: 5 }))).toBe(before);
  });
});

test('two apps fit into one namespace', () => {
  const chart = Testing.chart();
  for (const name of ['one', 'two']) new SidecarApp(chart, name, propsOf({ name }));
  const names = chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(new Set(names).size).toBe(names.length);
});

const { app, envoy, collector, timing } = propsOf();
const ingress = { host: 'api.example', className: 'nginx', tlsSecret: 'tls' };

test.each<[string, Partial<SidecarAppProps>, object]>([
  ['name is "Api"; it must be', { name: 'Api' }, {}],
  ['replicas is 1.5; it must be a whole number', { replicas: 1.5 }, {}],
  [
    'minReplicas is 0; it must be',
    { replicas: { minReplicas: 0, maxReplicas: 1, cpuUtilization: 70 } },
    {},
  ],
  ['The node port is 80; clusters take', { service: { type: 'NodePort', nodePort: 80 } }, {}],
  ['Port 9901 is taken by Envoy', {}, { ingressPort: 9901 }],
  ['by the app; choose another', {}, { app: { address: '127.0.0.1', port: 8080 } }],
  ['envoy.placement has tls; name the Secret', {}, { tls: true }],
  [
    'envoy.tlsSecret is set; make the placement with tls',
    { envoy: { ...envoy, tlsSecret: 'x' } },
    {},
  ],
  ['ingress: host is "https://api"; it', { ingress: { ...ingress, host: 'https://api' } }, {}],
  [
    'app.size asks for "2 cores" of CPU; allowed',
    { app: { ...app, size: { ...size, cpu: '2 cores' } } },
    {},
  ],
  [
    'envoy.size holds "lots"; allowed',
    { envoy: { ...envoy, size: { ...size, memory: 'lots' } } },
    {},
  ],
  [
    'collector.size asks for 1Gi of memory, which is more than its limit of 64Mi.',
    { collector: { ...collector, size: { ...size, memory: '1Gi' } } },
    {},
  ],
  [
    'timing.drainDelay is -1; it must be milliseconds from 0 on.',
    { timing: { ...timing, drainDelay: -1 } },
    {},
  ],
  [
    'timing.shutdownTimeout is NaN; it must be',
    { timing: { ...timing, shutdownTimeout: Number.NaN } },
    {},
  ],
  [
    'timing.closingSeconds is -5; it must be a whole number of seconds from 0 on.',
    { timing: { ...timing, closingSeconds: -5 } },
    {},
  ],
  [
    'timing.endpointRemovalSeconds is 0; it must be a whole number of seconds from 1 on.',
    { timing: { ...timing, endpointRemovalSeconds: 0 } },
    {},
  ],
])('%s', (sentence, change, own) => {
  expect(() => synth(propsOf(change, own))).toThrow(sentence);
});

test('TLS ends once', () => {
  const props = propsOf({ ingress }, { tls: true });
  expect(() => synth({ ...props, envoy: { ...props.envoy, tlsSecret: 'x' } })).toThrow(
    'ingress is set, where TLS ends',
  );
});

test('all that is wrong is in one error', () => {
  const change = { replicas: -1, timing: { ...timing, healthCheckTimeout: -1 } };
  expect(() => synth(propsOf(change))).toThrow(
    'SidecarApp "api": replicas is -1; it must be a whole number from 0 on. timing.healthCheckTimeout is -1; it must be milliseconds from 0 on.',
  );
});
