import { redisConfig } from '@recipe-book/redis';
import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ConfigFile } from '../constructs/config-file.ts';
import { hardenedContainer } from '../constructs/hardening.ts';
import { tcpProbe } from '../constructs/probes.ts';
import { SingleServer } from '../constructs/single-server.ts';
import { resources } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports, secret } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import type { Target } from '../target.ts';
import { chartProps, secretVersion } from './chart-props.ts';
import { secretEnv, secretsInEnv } from './secret-env.ts';

const file = 'redis.conf';

/** Redis for the counters and the cache. */
export class RedisChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    const { settings, options } = target;
    const config = new ConfigFile(this, 'config', {
      name: 'redis',
      fileName: file,
      content: redisConfig(kubernetesPlacements(settings).redis),
    });
    const container = redisContainer(target, config);
    new SingleServer(this, 'redis', {
      name: components.redis,
      port: ports.redis,
      container,
      dataDir: paths.data,
      storage: options.redis.storage,
      volumes: [config.volume],
      ...secretVersion(target),
      waivers: secretsInEnv(container.env),
    });
    new Traffic(this, 'traffic', {
      component: components.redis,
      from: [components.app, components.ratelimit].map((component) => ({
        component,
        port: ports.redis,
      })),
      to: [],
    });
  }
}

function redisContainer({ options }: Target, config: ConfigFile): k8s.Container {
  const { password, size } = options.redis;
  return {
    ...hardenedContainer,
    name: 'redis',
    image: images.redis,
    command: ['redis-server', `${paths.redisConfig}/${file}`],
    // redis-cli reads the password under this name, so that the probe has it too.
    ...(password && {
      args: ['--requirepass', '$(REDISCLI_AUTH)'],
      env: [secretEnv('REDISCLI_AUTH', secret.keys.redisPassword)],
    }),
    resources: resources(size),
    volumeMounts: [config.mountAt(paths.redisConfig)],
    // Connections are accepted while the file is still loading; only then does a command succeed.
    readinessProbe: {
      exec: { command: ['redis-cli', '-e', 'ping'] },
      periodSeconds: 5,
      timeoutSeconds: 3,
    },
    livenessProbe: tcpProbe(ports.redis, { periodSeconds: 10, timeoutSeconds: 3 }),
  };
}
