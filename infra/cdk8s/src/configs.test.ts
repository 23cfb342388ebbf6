import {
  envoyBootstrap,
  envoyRoutes,
  rateLimitConfig,
  recipeBookPolicies,
} from '@recipe-book/envoy';
import { collectorConfig } from '@recipe-book/otel-collector';
import { redisConfig } from '@recipe-book/redis';
import { parse } from 'yaml';
import { environmentOptions } from './environments.ts';
import { kubernetesPlacements } from './placements.ts';
import { targetOf } from './target.ts';
import { find, type KubeObject, objectsOf, podOf } from './testing/objects.ts';

/** The file that a workload mounts from the ConfigMap of this name. */
function mounted(objects: KubeObject[], workload: string, config: string): string {
  const pod = podOf(find(objects, 'Deployment', workload));
  const volume = pod.volumes.find(({ name }) => name === `${config}-config`);
  const map = find(objects, 'ConfigMap', config);
  expect(volume?.configMap?.name).toBe(map.metadata.name);
  return Object.values(map.data ?? {})[0] ?? '';
}

test('the ConfigMaps hold exactly what the generators give', () => {
  const objects = objectsOf('staging');
  const { settings } = targetOf('staging', {});
  const placements = kubernetesPlacements(settings);
  const policies = recipeBookPolicies(settings);
  // As JSON, because that leaves out what is undefined.
  const same = (data: object) => JSON.parse(JSON.stringify(data));
  expect(JSON.parse(mounted(objects, 'recipe-book', 'recipe-book-envoy'))).toEqual(
    same(envoyBootstrap(settings, placements.envoy)),
  );
  expect(JSON.parse(mounted(objects, 'recipe-book', 'recipe-book-routes'))).toEqual(
    same(envoyRoutes(settings, policies)),
  );
  expect(JSON.parse(mounted(objects, 'recipe-book', 'recipe-book-collector'))).toEqual(
    same(collectorConfig(settings, placements.collector)),
  );
  expect(JSON.parse(mounted(objects, 'ratelimit', 'ratelimit-collector'))).toEqual(
    same(collectorConfig(settings, placements.ratelimitCollector)),
  );
  expect(parse(mounted(objects, 'ratelimit', 'ratelimit'))).toEqual(
    same(rateLimitConfig(policies)),
  );
  expect(find(objects, 'ConfigMap', 'redis').data).toEqual({
    'redis.conf': redisConfig(placements.redis),
  });
});

test('a changed limit reaches the pods as they run', () => {
  const before = objectsOf('production');
  const after = objectsOf('production', { RATE_LIMIT_WINDOW: '1h' });
  const watched = ['recipe-book-routes', 'ratelimit'];
  const isWatched = ({ kind, metadata }: KubeObject) =>
    kind === 'ConfigMap' && watched.includes(metadata.name);
  for (const name of watched) {
    const [old, changed] = [find(before, 'ConfigMap', name), find(after, 'ConfigMap', name)];
    expect(changed.metadata).toEqual(old.metadata);
    expect(changed.data).not.toEqual(old.data);
    expect(changed['immutable']).toBeUndefined();
  }
  expect(after.filter((one) => !isWatched(one))).toEqual(before.filter((one) => !isWatched(one)));
});

test('another change of what Envoy reads at its start rolls its pods, and no others', () => {
  const before = objectsOf('production');
  const after = objectsOf('production', { COMPRESSION_LEVEL: '1' });
  const pods = (objects: KubeObject[], name: string) => find(objects, 'Deployment', name);
  const config = (objects: KubeObject[]) => find(objects, 'ConfigMap', 'recipe-book-envoy');
  expect(config(after).metadata.name).not.toBe(config(before).metadata.name);
  expect(config(after)['immutable']).toBe(true);
  expect(pods(after, 'recipe-book')).not.toEqual(pods(before, 'recipe-book'));
  expect(pods(after, 'ratelimit')).toEqual(pods(before, 'ratelimit'));
});

test('another Secret, which pods read at their start, rolls those that can change one by one', () => {
  const before = objectsOf('production');
  const options = { ...environmentOptions.production, secretVersion: '2' };
  const after = objectsOf('production', {}, options);
  for (const name of ['recipe-book', 'ratelimit']) {
    expect(find(after, 'Deployment', name).spec?.template).toMatchObject({
      metadata: { annotations: { 'recipe-book/secret-version': '2' } },
    });
    expect(find(before, 'Deployment', name).spec?.template).not.toHaveProperty(
      'metadata.annotations',
    );
  }
  // Its members know each other by the password.
  for (const name of ['redis', 'sentinel']) {
    expect(find(after, 'StatefulSet', name)).toEqual(find(before, 'StatefulSet', name));
  }
});

test('a setting of the app rolls its pods', () => {
  const pods = (text = {}) => find(objectsOf('production', text), 'Deployment', 'recipe-book');
  expect(pods({ LOG_LEVEL: 'debug' })).not.toEqual(pods());
});

test('the same settings give the same bytes', () => {
  const text = { RATE_LIMIT_WINDOW: '1h', LOG_LEVEL: 'warn' };
  const turned = { LOG_LEVEL: 'warn', RATE_LIMIT_WINDOW: '1h' };
  expect(JSON.stringify(objectsOf('staging', text))).toBe(
    JSON.stringify(objectsOf('staging', turned)),
  );
});
