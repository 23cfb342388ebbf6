import { envoyBootstrap, rateLimitConfig, recipeBookPolicies } from '@recipe-book/envoy';
import { collectorConfig } from '@recipe-book/otel-collector';
import { redisConfig } from '@recipe-book/redis';
import { parse } from 'yaml';
import { kubernetesPlacements } from './placements.ts';
import { targetOf } from './target.ts';
import { find, type KubeObject, objectsOf, podOf } from './testing/objects.ts';

/** The file that a workload mounts from the ConfigMap of this name. */
function mounted(objects: KubeObject[], workload: string, config: string): string {
  const pod = podOf(find(objects, 'Deployment', workload));
  const volume = pod.volumes.find(({ name }) => name === `${config}-config`);
  const map = find(objects, 'ConfigMap', config);
  expect(volume?.configMap?.name).toBe(map.metadata.name);
  expect(map['immutable']).toBe(true);
  return Object.values(map.data ?? {})[0] ?? '';
}

test('the ConfigMaps hold exactly what the generators give', () => {
  const objects = objectsOf('staging');
  const { settings } = targetOf('staging', {});
  const placements = kubernetesPlacements(settings);
  const policies = recipeBookPolicies(settings);
  // As JSON, because that leaves out what is undefined.
  const same = (data: object) => JSON.parse(JSON.stringify(data));
  expect(JSON.parse(mounted(objects, 'recipe-book', 'envoy'))).toEqual(
    same(envoyBootstrap(settings, policies, placements.envoy)),
  );
  expect(JSON.parse(mounted(objects, 'recipe-book', 'collector'))).toEqual(
    same(collectorConfig(settings, placements.collector)),
  );
  expect(parse(mounted(objects, 'ratelimit', 'ratelimit'))).toEqual(
    same(rateLimitConfig(policies)),
  );
  expect(find(objects, 'ConfigMap', 'redis').data).toEqual({
    'redis.conf': redisConfig(placements.redis),
  });
});

test('a changed policy rolls the pods that read it, and no others', () => {
  const before = objectsOf('production');
  const after = objectsOf('production', { RATE_LIMIT_WINDOW: '1h' });
  const pair = (kind: string, name: string) => [find(before, kind, name), find(after, kind, name)];
  for (const [config, workload] of [
    ['envoy', 'recipe-book'],
    ['ratelimit', 'ratelimit'],
  ] as const) {
    const [oldMap, newMap] = pair('ConfigMap', config);
    expect(newMap?.metadata.name).not.toBe(oldMap?.metadata.name);
    const [oldPods, newPods] = pair('Deployment', workload);
    expect(newPods).not.toEqual(oldPods);
  }
  for (const config of ['collector', 'redis']) {
    const [oldMap, newMap] = pair('ConfigMap', config);
    expect(newMap).toEqual(oldMap);
  }
  const [oldRedis, newRedis] = pair('StatefulSet', 'redis');
  expect(newRedis).toEqual(oldRedis);
});

test('the same settings give the same bytes', () => {
  const text = { RATE_LIMIT_WINDOW: '1h', LOG_LEVEL: 'warn' };
  const turned = { LOG_LEVEL: 'warn', RATE_LIMIT_WINDOW: '1h' };
  expect(JSON.stringify(objectsOf('staging', text))).toBe(
    JSON.stringify(objectsOf('staging', turned)),
  );
});
