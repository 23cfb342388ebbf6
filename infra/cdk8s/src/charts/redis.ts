import { redisConfig } from '@recipe-book/redis';
import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ConfigFile } from '../constructs/config-file.ts';
import { hardenedContainer } from '../constructs/hardening.ts';
import { tcpProbe } from '../constructs/probes.ts';
import { memoryVolume } from '../constructs/scratch.ts';
import { SingleServer } from '../constructs/single-server.ts';
import { resources } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports, secret } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';
import { redisScripts, scriptSize } from './redis-scripts/index.ts';
import { secretEnv, secretsInEnv } from './secret-env.ts';

const file = 'redis.conf';
/** The config as everybody may read it. */
const shared = `${paths.redisConfig}/${file}`;
/** The one that adds the password. */
const withPassword = `${paths.redisRun}/${file}`;

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
    const { password } = options.redis;
    const mounts = [
      config.mountAt(paths.redisConfig),
      ...(password ? [{ name: 'run', mountPath: paths.redisRun }] : []),
    ];
    const container = redisContainer(target, mounts);
    new SingleServer(this, 'redis', {
      name: components.redis,
      port: ports.redis,
      ...(password && { initContainers: [passwordContainer(mounts)] }),
      container,
      dataDir: paths.data,
      storage: options.redis.storage,
      volumes: [config.volume, ...(password ? [memoryVolume('run', '1Mi')] : [])],
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

function redisContainer({ options }: Target, mounts: k8s.VolumeMount[]): k8s.Container {
  const { password, size } = options.redis;
  return {
    ...hardenedContainer,
    name: 'redis',
    image: images.redis,
    command: ['redis-server', password ? withPassword : shared],
    // Where redis-cli looks for the password, for the probe.
    ...(password && { env: [secretEnv('REDISCLI_AUTH', secret.keys.redisPassword)] }),
    resources: resources(size),
    volumeMounts: mounts,
    // Connections are accepted while the file is still loading; only then does a command succeed.
    readinessProbe: {
      exec: { command: ['redis-cli', '-e', 'ping'] },
      periodSeconds: 5,
      timeoutSeconds: 3,
    },
    livenessProbe: tcpProbe(ports.redis, { periodSeconds: 10, timeoutSeconds: 3 }),
  };
}

/** Writes the password into a file: as an argument it would stand in the list of processes. */
function passwordContainer(mounts: k8s.VolumeMount[]): k8s.Container {
  return {
    ...hardenedContainer,
    name: 'write-config',
    image: images.redis,
    command: ['/bin/sh', '-c', redisScripts.writeConfig],
    env: [
      { name: 'CONFIG', value: withPassword },
      { name: 'SHARED_CONFIG', value: shared },
      secretEnv('REDIS_PASSWORD', secret.keys.redisPassword),
    ],
    resources: resources(scriptSize),
    volumeMounts: mounts,
  };
}
