import { type EnvironmentOptions, environmentOptions } from './environments.ts';
import { targetOf } from './target.ts';
import { find, type KubeObject, objectsOf, podOf } from './testing/objects.ts';

const { development, production } = environmentOptions;
const elsewhere = { OPENOBSERVE_URL: 'https://o2.example' };

/** The backends that the Collector sends to. */
function backends(objects: readonly KubeObject[]): string[] {
  const config = JSON.parse(
    find(objects, 'ConfigMap', 'recipe-book-collector').data?.['collector.json'] ?? '',
  );
  const all = Object.values(config.exporters) as { endpoint?: string }[];
  return [...new Set(all.flatMap(({ endpoint }) => endpoint ?? []))];
}

function hasOpenObserve(objects: readonly KubeObject[]): boolean {
  return objects.some(({ metadata }) => metadata.name === 'openobserve');
}

test.each(['development', 'staging'] as const)(
  '%s runs its own, and sends there whatever the shell names',
  (environment) => {
    const objects = objectsOf(environment);
    expect(backends(objects)).toEqual(['http://openobserve:5080/api/default']);
    const shell = { ...elsewhere, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    expect(objectsOf(environment, shell)).toEqual(objects);
  },
);

test('its first user comes from the Secret, and it tells nobody how it is used', () => {
  const pod = podOf(find(objectsOf('development'), 'StatefulSet', 'openobserve'));
  const reference = (name: string, key: string) => ({
    name,
    valueFrom: { secretKeyRef: { name: 'recipe-book', key } },
  });
  expect(pod.containers[0]?.env).toEqual(
    expect.arrayContaining([
      reference('ZO_ROOT_USER_EMAIL', 'openobserve-root-email'),
      reference('ZO_ROOT_USER_PASSWORD', 'openobserve-root-password'),
      { name: 'ZO_DATA_DIR', value: '/data' },
      { name: 'ZO_TELEMETRY', value: 'false' },
    ]),
  );
});

test('the light profile leaves it out of development alone', () => {
  const light = objectsOf('development', { PROFILE: 'light' });
  expect(hasOpenObserve(light)).toBe(false);
  expect(backends(light)).toEqual([]);
  expect(JSON.stringify(light)).not.toContain('telemetry-authorization');
  const staging = objectsOf('staging', { PROFILE: 'light' });
  expect(hasOpenObserve(staging)).toBe(true);
});

test('with the light profile the shell may name another one', () => {
  expect(backends(objectsOf('development', { ...elsewhere, PROFILE: 'light' }))).toEqual([
    'https://o2.example/api/default',
  ]);
});

test('production uses the one that the settings name, or none', () => {
  expect(backends(objectsOf('production'))).toEqual([]);
  const objects = objectsOf('production', elsewhere);
  expect(backends(objects)).toEqual(['https://o2.example/api/default']);
  expect(hasOpenObserve(objects)).toBe(false);
});

test.each<[string, EnvironmentOptions]>([
  [
    'openobserve.retentionDays is 2 for development',
    { ...development, openobserve: { ...inCluster(development), retentionDays: 2 } },
  ],
  [
    'OPENOBSERVE_URL stands among the settings of development',
    { ...development, settings: elsewhere },
  ],
])('%s', (sentence, options) => {
  expect(() => targetOf('development', {}, options)).toThrow(sentence);
});

test('the settings of an environment may name an external one', () => {
  const options = { ...production, settings: { ...production.settings, ...elsewhere } };
  expect(backends(objectsOf('production', {}, options))).toEqual([
    'https://o2.example/api/default',
  ]);
});

describe('the Job that sets it up', () => {
  const jobOf = (objects: readonly KubeObject[]) =>
    objects.find(({ kind, metadata }) => kind === 'Job' && /^provisioner-/.test(metadata.name));
  const envOf = (objects: readonly KubeObject[]) => {
    const job = jobOf(objects);
    return job && (podOf(job).containers[0]?.env as { name: string; value?: string }[]);
  };
  const settingOf = (objects: readonly KubeObject[], name: string) =>
    envOf(objects)?.find((one) => one.name === name)?.value;

  test('is there wherever telemetry goes to an OpenObserve', () => {
    expect(settingOf(objectsOf('development'), 'OPENOBSERVE_URL')).toBe('http://openobserve:5080');
    expect(settingOf(objectsOf('production', elsewhere), 'OPENOBSERVE_URL')).toBe(
      elsewhere.OPENOBSERVE_URL,
    );
    const otherBackend = { ...elsewhere, OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example' };
    expect(jobOf(objectsOf('production', otherBackend))).toBeUndefined();
    expect(jobOf(objectsOf('production'))).toBeUndefined();
    expect(jobOf(objectsOf('development', { PROFILE: 'light' }))).toBeUndefined();
  });

  test('signs in with what the Secret holds, and takes addresses of alerts from there', () => {
    const text = {
      OPENOBSERVE_ALERTS_TO: 'slack',
      OPENOBSERVE_SLACK_URL: 'https://hooks.slack.example/canary',
    };
    const objects = objectsOf('development', text);
    const refers = (name: string, key: string) => ({
      name,
      valueFrom: { secretKeyRef: { name: 'recipe-book', key } },
    });
    expect(envOf(objects)).toEqual(
      expect.arrayContaining([
        refers('OPENOBSERVE_USERNAME', 'openobserve-root-email'),
        refers('OPENOBSERVE_PASSWORD', 'openobserve-root-password'),
        refers('OPENOBSERVE_SLACK_URL', 'openobserve-slack-url'),
        { name: 'OPENOBSERVE_ALERTS_TO', value: 'slack' },
      ]),
    );
    expect(JSON.stringify(objects)).not.toMatch(/canary|openobserve-webhook-url/);
  });

  test('is another one when a setting changes, since a Job cannot change', () => {
    const name = (text = {}) => jobOf(objectsOf('staging', text))?.metadata.name;
    expect(name()).toBe(name());
    expect(name({ OPENOBSERVE_RETENTION_LOGS: '5' })).not.toBe(name());
  });

  test('keeps nothing longer than the volume is made for', () => {
    const retention = (objects: readonly KubeObject[]) =>
      settingOf(objects, 'OPENOBSERVE_RETENTION_METRICS');
    expect(retention(objectsOf('staging'))).toBe('14');
    expect(retention(objectsOf('staging', { OPENOBSERVE_RETENTION_METRICS: '5' }))).toBe('5');
    expect(retention(objectsOf('production', elsewhere))).toBeUndefined();
  });
});

function inCluster({ openobserve }: EnvironmentOptions) {
  if (openobserve.kind !== 'in-cluster') throw new Error('It is external.');
  return openobserve;
}
