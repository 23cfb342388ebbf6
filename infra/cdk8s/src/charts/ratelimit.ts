import {
  type RateLimitPlacement,
  rateLimitConfig,
  rateLimitEnvironment,
  recipeBookPolicies,
} from '@recipe-book/envoy';
import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { RatelimitService } from '../constructs/ratelimit-service.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, ports } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import type { Target } from '../target.ts';
import { telemetryPeers } from './app-traffic.ts';
import { chartProps, secretVersion } from './chart-props.ts';
import { collectorOf } from './collector.ts';
import { ratelimitRedisSecrets, redisTlsMounts, redisTlsVolumes } from './redis-access.ts';
import { redisPeers } from './redis-peers.ts';
import { secretsInEnv } from './secret-env.ts';

const name = components.ratelimit;

/** The ratelimit service that the Envoys of all pods ask. */
export class RatelimitChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    const { ratelimit, ratelimitCollector } = kubernetesPlacements(target.settings);
    const env = environment(target, ratelimit);
    const { collectorSize, ...options } = target.options.ratelimit;
    const collector = ratelimit.telemetry && collectorOf(target, ratelimitCollector, collectorSize);
    new RatelimitService(this, 'ratelimit', {
      name,
      image: images.ratelimit,
      ...options,
      limits: rateLimitConfig(recipeBookPolicies(target.settings)),
      env,
      grpcPort: ports.ratelimitGrpc,
      httpPort: ports.ratelimitHttp,
      volumes: redisTlsVolumes(target),
      mounts: redisTlsMounts(target),
      ...(collector && { collector }),
      ...secretVersion(target),
      waivers: secretsInEnv([...env, ...(collector?.env ?? [])]),
    });
    new Traffic(this, 'traffic', {
      component: name,
      from: [
        { component: components.app, port: ports.ratelimitGrpc },
        // Envoy's probes.
        { component: components.app, port: ports.ratelimitHttp },
      ],
      to: [...redisPeers(target), ...telemetryPeers(target)],
    });
  }
}

function environment(target: Target, placement: RateLimitPlacement): k8s.EnvVar[] {
  const plain = rateLimitEnvironment(target.settings, placement);
  return [
    ...Object.entries(plain).map(([variable, value]) => ({ name: variable, value })),
    ...(placement.telemetry ? [{ name: 'TRACING_SERVICE_INSTANCE_ID', value: '$(POD_NAME)' }] : []),
    ...ratelimitRedisSecrets(target),
  ];
}
