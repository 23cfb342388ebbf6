import { type EnvironmentOptions, environmentOptions } from './environments.ts';
import { find, objectsOf } from './testing/objects.ts';

const { production } = environmentOptions;
const autoscaling = { minReplicas: 2, maxReplicas: 6, cpuUtilization: 60 };

function scaled(replicas: EnvironmentOptions['app']['replicas']) {
  return objectsOf('production', {}, { ...production, app: { ...production.app, replicas } });
}

test('production has as many pods as the processors ask for, and nothing else sets their number', () => {
  const objects = objectsOf('production');
  const { spec } = find(objects, 'HorizontalPodAutoscaler', 'recipe-book');
  expect(spec).toMatchObject({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'recipe-book' },
    minReplicas: 3,
    maxReplicas: 10,
    // Each container alone: idle sidecars must not hide a busy app.
    metrics: ['app', 'envoy'].map((container) => ({
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container,
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    })),
  });
  expect(find(objects, 'Deployment', 'recipe-book').spec).not.toHaveProperty('replicas');
});

test('a moment without work does not end pods', () => {
  const { spec } = find(scaled(autoscaling), 'HorizontalPodAutoscaler', 'recipe-book');
  expect(spec).toMatchObject({
    behavior: {
      scaleDown: {
        stabilizationWindowSeconds: 300,
        policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
      },
    },
  });
});

test('a fixed number is written, and there is no autoscaler', () => {
  const objects = scaled(4);
  expect(find(objects, 'Deployment', 'recipe-book').spec?.['replicas']).toBe(4);
  expect(objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')).toEqual([]);
});

test.each([
  [
    'pods',
    {
      type: 'Pods',
      pods: {
        metric: { name: 'requests_per_second' },
        target: { type: 'AverageValue', averageValue: 50 },
      },
    },
  ],
  [
    'external',
    {
      type: 'External',
      external: {
        metric: { name: 'requests_per_second' },
        target: { type: 'AverageValue', averageValue: 50 },
      },
    },
  ],
] as const)('requests per second may count too, as a metric of %s', (source, metric) => {
  const requestRate = { source, metric: 'requests_per_second', perPod: 50 };
  const { spec } = find(
    scaled({ ...autoscaling, requestRate }),
    'HorizontalPodAutoscaler',
    'recipe-book',
  );
  expect(spec?.['metrics']).toHaveLength(3);
  expect(spec?.['metrics']).toContainEqual(metric);
});

test.each([
  [{ minReplicas: 0 }, 'minReplicas is 0; it must be a whole number from 1 on.'],
  [{ maxReplicas: 1 }, 'maxReplicas is 1; it must be a whole number not below minReplicas'],
  [{ cpuUtilization: 0.7 }, 'cpuUtilization is 0.7; it must be a whole number of percent'],
  [
    { requestRate: { source: 'pods', metric: 'x', perPod: 0 } as const },
    'requestRate.perPod is 0; it must be above 0.',
  ],
])('%j is refused', (change, sentence) => {
  expect(() => scaled({ ...autoscaling, ...change })).toThrow(
    `app.replicas of production: ${sentence}`,
  );
});
