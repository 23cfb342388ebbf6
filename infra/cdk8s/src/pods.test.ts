import { environments } from '@recipe-book/settings';
import { environmentOptions } from './environments.ts';
import { containersOf, find, objectsOf, podOf, podsOf } from './testing/objects.ts';

const appPod = (text = {}) =>
  podOf(find(objectsOf('production', text), 'Deployment', 'recipe-book'));

test.each(environments)('every pod of %s is restricted', (environment) => {
  const pods = podsOf(objectsOf(environment));
  expect(pods.length).toBeGreaterThan(2);
  for (const pod of pods) {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(pod['serviceAccountName']).toEqual(expect.any(String));
    expect(pod['serviceAccountName']).not.toBe('default');
    for (const container of containersOf(pod)) {
      expect(container['securityContext']).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container['resources']).toMatchObject({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { memory: expect.any(String) },
      });
    }
  }
});

test('the sidecars start before the app, the Collector first', () => {
  const pod = appPod();
  expect(pod.initContainers).toMatchObject([
    { name: 'collector', restartPolicy: 'Always', startupProbe: {} },
    { name: 'envoy', restartPolicy: 'Always', startupProbe: {} },
  ]);
  expect(pod.containers.map(({ name }) => name)).toEqual(['app']);
});

test('the ratelimit service has a Collector where telemetry goes somewhere', () => {
  const pod = (text = {}) => podOf(find(objectsOf('production', text), 'Deployment', 'ratelimit'));
  expect(pod().initContainers).toBeUndefined();
  expect(JSON.stringify(pod().containers)).toContain('DISABLE_STATS');
  const collected = pod({ OPENOBSERVE_URL: 'https://o2.example' });
  // The last calls come in 12 s, and their spans wait 41 s for being sent.
  const lifecycle = { preStop: { sleep: { seconds: 53 } } };
  expect(collected.initContainers).toMatchObject([
    { name: 'collector', restartPolicy: 'Always', lifecycle },
  ]);
  expect(collected.terminationGracePeriodSeconds).toBe(71);
  expect(collected.containers[0]?.env).toEqual(
    expect.arrayContaining([
      { name: 'TRACING_SERVICE_INSTANCE_ID', value: '$(POD_NAME)' },
      { name: 'STATSD_PORT', value: '8125' },
    ]),
  );
});

test('the probes of the app go through Envoy and wait as long as a check may take', () => {
  const [app] = appPod({ HEALTH_CHECK_TIMEOUT: '2500', INGRESS_PORT: '8181' }).containers;
  // An overload closes the port of clients: the pod is then not ready, but its app is not ended.
  for (const [probe, path, port] of [
    ['startupProbe', '/health/startup', 9902],
    ['livenessProbe', '/health/live', 9902],
    ['readinessProbe', '/health/ready', 8181],
  ] as const) {
    expect(app?.[probe]).toMatchObject({ httpGet: { path, port }, timeoutSeconds: 5 });
  }
});

test('Envoy begins to drain while the app still waits for its end', () => {
  const pod = appPod();
  expect(pod.containers[0]).toMatchObject({ lifecycle: { preStop: { sleep: { seconds: 10 } } } });
  expect(JSON.stringify(pod.initContainers?.[1]?.['lifecycle'])).toContain(
    "POST '/drain_listeners?graceful&skip_exit'",
  );
});

test('the memory at which Envoy refuses requests is well below the limit of its container', () => {
  const objects = objectsOf('production', { ENVOY_MEMORY_LIMIT: '400m' });
  const [, envoy] = podOf(find(objects, 'Deployment', 'recipe-book')).initContainers ?? [];
  expect(envoy).toMatchObject({ name: 'envoy', resources: { limits: { memory: '534Mi' } } });
  const config = find(objects, 'ConfigMap', 'recipe-book-envoy').data?.['envoy.json'];
  expect(config).toContain(`"max_heap_size_bytes": ${300 * 1024 ** 2}`);
});

test('the time to end follows from the settings', () => {
  const text = { SHUTDOWN_DRAIN_DELAY: '1200', SHUTDOWN_TIMEOUT: '60000' };
  // 10 s until no new requests come, 61.2 s for these, 10 s for the app to close, 10 s for the sidecars.
  expect(appPod(text).terminationGracePeriodSeconds).toBe(92);
});

test('an update never leaves fewer ready pods than asked for', () => {
  const objects = objectsOf('production');
  for (const name of ['recipe-book', 'ratelimit']) {
    expect(find(objects, 'Deployment', name).spec).toMatchObject({
      strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    });
  }
});

test('a drain of nodes ends one pod at a time, and any that serves nobody', () => {
  const budgets = objectsOf('production').filter(({ kind }) => kind === 'PodDisruptionBudget');
  expect(budgets.map(({ metadata }) => metadata.name).toSorted()).toEqual([
    'ratelimit',
    'recipe-book',
    'redis',
    'sentinel',
  ]);
  for (const { spec } of budgets) {
    expect(spec).toMatchObject({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
  }
});

test('a migration that differs is another Job, since a Job cannot be changed', () => {
  const nameOf = (text: Record<string, string>) =>
    find(objectsOf('production', text), 'Job', 'migration').metadata.name;
  expect(nameOf({})).toBe(nameOf({}));
  expect(nameOf({ APP_IMAGE: 'registry.example/app:2' })).not.toBe(nameOf({}));
});

test('a migration runs again with another Secret, which may name another database', () => {
  const { production } = environmentOptions;
  const job = (secretVersion?: string) => {
    const options = { ...production, ...(secretVersion !== undefined && { secretVersion }) };
    return find(objectsOf('production', {}, options), 'Job', 'migration');
  };
  expect(job('2').metadata.name).not.toBe(job().metadata.name);
  expect(job('2').metadata.name).not.toBe(job('3').metadata.name);
});

test('the log of a migration that failed stays', () => {
  const job = find(objectsOf('production'), 'Job', 'migration');
  expect(podOf(job)).toMatchObject({ restartPolicy: 'Never' });
  expect(job.spec).not.toHaveProperty('ttlSecondsAfterFinished');
});
