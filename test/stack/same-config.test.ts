import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesPlacements, targetOf } from '@recipe-book/cdk8s';
import {
  envoyBootstrap,
  envoyRoutes,
  rateLimitConfig,
  rateLimitEnvironment,
  recipeBookPolicies,
} from '@recipe-book/envoy';
import { localPlacements, stackPaths } from '@recipe-book/local';
import { collectorConfig } from '@recipe-book/otel-collector';
import { redisConfig } from '@recipe-book/redis';
import { environments, loadSettings } from '@recipe-book/settings';
import { testStack } from '../harness/stack.ts';

type Leaves = Map<string, unknown>;

/** Every value of a config under its path. */
function leaves(value: unknown, path = '', found: Leaves = new Map()): Leaves {
  if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${path}/${key}`, found);
  } else {
    found.set(path, value);
  }
  return found;
}

/** Every address, port and path of a placement, also joined as `address:port`. */
function placementValues(placement: object): Set<unknown> {
  const values = new Set<unknown>();
  const visit = (value: unknown) => {
    if (value === null || typeof value !== 'object') {
      values.add(value);
      values.add(String(value));
    } else {
      Object.values(value).forEach(visit);
    }
  };
  visit(placement);
  return values;
}

/** What is left of a value when the placement's own values are taken out of it. */
function withoutPlacement(value: unknown, placement: object): unknown {
  let text = String(value);
  const known = [...placementValues(placement)].map(String).sort((a, b) => b.length - a.length);
  // A scheme such as redis:// is no address, whatever the host is called.
  for (const one of known)
    text = text.replaceAll(new RegExp(`${RegExp.escape(one)}(?!://)`, 'g'), '*');
  return text;
}

function expectSame(local: unknown, kubernetes: unknown, ours: object, theirs: object): void {
  const [a, b] = [leaves(local), leaves(kubernetes)];
  expect([...a.keys()]).toEqual([...b.keys()]);
  const differing = [...a].filter(([path, value]) => value !== b.get(path));
  expect(differing.length).toBeGreaterThan(0);
  for (const [path, value] of differing) {
    expect([path, withoutPlacement(value, ours)]).toEqual([
      path,
      withoutPlacement(b.get(path), theirs),
    ]);
  }
}

describe.each(environments)(
  'in %s the local and the Kubernetes configs are the same objects but for addresses and paths:',
  (environment) => {
    // Without a backend the ratelimit service of a cluster has no Collector.
    const { settings } = targetOf(environment, { OPENOBSERVE_URL: 'https://o2.example' });
    const local = localPlacements(8080, stackPaths(8080, '/state'));
    const kubernetes = kubernetesPlacements(settings);

    test('Envoy', () => {
      const [ours, theirs] = [local.envoy(0), kubernetes.envoy];
      expectSame(envoyBootstrap(settings, ours), envoyBootstrap(settings, theirs), ours, theirs);
    });
    test('Envoy with TLS', () => {
      const tls = { certificate: '/tls/a.crt', key: '/tls/a.key', secretFile: '/state/tls.json' };
      const ours = localPlacements(8080, stackPaths(8080, '/state'), { tls }).envoy(0);
      const theirs = kubernetesPlacements(settings, true).envoy;
      expect(theirs.tls).toBeDefined();
      expectSame(envoyBootstrap(settings, ours), envoyBootstrap(settings, theirs), ours, theirs);
    });
    test('ratelimit', () => {
      const theirs = kubernetes.ratelimit;
      // Locally there is one server, where production has three Sentinels.
      const redis = theirs.redis.flatMap(() => local.ratelimit.redis);
      const ours = { ...local.ratelimit, redis };
      expectSame(
        rateLimitEnvironment(settings, ours),
        rateLimitEnvironment(settings, theirs),
        ours,
        theirs,
      );
    });
    test('Collector', () => {
      // The first one locally is that of the ratelimit service too, and hears browsers besides.
      const { webPort: _, ...first } = local.collector(0);
      for (const [ours, theirs] of [
        [local.collector(1), kubernetes.collector],
        [first, kubernetes.ratelimitCollector],
      ] as const) {
        const configs = [ours, theirs].map((placement) => collectorConfig(settings, placement));
        expectSame(configs[0], configs[1], ours, theirs);
      }
    });
    test('Redis', () => {
      const [ours, theirs] = [local.redis, kubernetes.redis];
      expectSame(redisConfig(ours).split('\n'), redisConfig(theirs).split('\n'), ours, theirs);
    });
  },
);

test('what runs locally is what the generators give, to the letter', () => {
  const { paths, ingressPort } = testStack();
  const settings = loadSettings({ INGRESS_PORT: String(ingressPort) });
  const policies = recipeBookPolicies(settings);
  const placements = localPlacements(ingressPort, paths);
  const running = (name: string) => JSON.parse(readFileSync(join(paths.config, name), 'utf8'));
  expect(running('envoy-2.json')).toEqual(
    JSON.parse(JSON.stringify(envoyBootstrap(settings, placements.envoy(1)))),
  );
  expect(running('routes/routes.json')).toEqual(
    JSON.parse(JSON.stringify(envoyRoutes(settings, policies))),
  );
  expect(running('collector-3.json')).toEqual(
    JSON.parse(JSON.stringify(collectorConfig(settings, placements.collector(2)))),
  );
  expect(running('ratelimit/config/limits.yaml')).toEqual(
    JSON.parse(JSON.stringify(rateLimitConfig(policies))),
  );
});
