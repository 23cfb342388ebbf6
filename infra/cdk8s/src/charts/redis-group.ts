import { redisConfig, sentinelConfig } from '@recipe-book/redis';
import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ConfigFile } from '../constructs/config-file.ts';
import { hardenedContainer } from '../constructs/hardening.ts';
import { podIdentity } from '../constructs/pod-identity.ts';
import { tcpProbe } from '../constructs/probes.ts';
import { memoryVolume } from '../constructs/scratch.ts';
import { groupMembers, ServerGroup } from '../constructs/server-group.ts';
import { resources } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports, secret } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import { redisGroup } from '../redis-settings.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';
import { groupPeers } from './redis-peers.ts';
import { redisScripts, scriptSize } from './redis-scripts/index.ts';
import { secretEnv, secretsInEnv } from './secret-env.ts';

const { redisPassword, redisSentinelPassword } = secret.keys;
const sentinelSize = { cpu: '10m', memory: '16Mi', memoryLimit: '64Mi' };

/** What the servers and the Sentinels have in common. */
interface Member {
  readonly name: 'redis' | 'sentinel';
  readonly port: number;
  readonly config: ConfigFile;
  /** Name of the config file in both of its folders. */
  readonly file: string;
}

/**
 * Redis as three servers and three Sentinels. Whoever starts asks the others who takes writes, so no
 * state of the Sentinels has to be kept, and a server that comes back follows the one in its place.
 */
export class RedisGroupChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    this.#servers(target);
    this.#sentinels(target);
    for (const component of [components.redis, components.sentinel]) {
      const port = component === components.redis ? ports.redis : ports.sentinel;
      const clients = [components.app, components.ratelimit, components.redis, components.sentinel];
      new Traffic(this, `traffic-${component}`, {
        component,
        from: clients.map((client) => ({ component: client, port })),
        to: groupPeers,
      });
    }
  }

  #servers(target: Target): void {
    const { settings, options } = target;
    const file = 'redis.conf';
    const config = new ConfigFile(this, 'redis-config', {
      name: components.redis,
      fileName: file,
      content: redisConfig(kubernetesPlacements(settings).redis),
    });
    const member: Member = { name: components.redis, port: ports.redis, config, file };
    new ServerGroup(this, 'servers', {
      name: components.redis,
      replicas: redisGroup.replicas,
      port: ports.redis,
      initContainers: [writeConfig(member, redisScripts.writeMember)],
      container: {
        ...memberContainer(member),
        command: ['redis-server', startedWith(member)],
        env: [
          ...memberEnv(member),
          // The ratelimit service asks every 5 s who is first.
          { name: 'LINGER', value: '6' },
          secretEnv('REDISCLI_AUTH', redisPassword),
        ],
        resources: resources(options.redis.size),
        // One that follows is ready when it has all that the first one has, so a rollout waits for it.
        readinessProbe: shellProbe(
          "redis-cli -e info replication | grep -q -e '^role:master' -e '^master_link_status:up'",
        ),
        lifecycle: { preStop: { exec: { command: ['/bin/sh', '-c', redisScripts.handOver] } } },
      },
      dataDir: paths.data,
      storage: options.redis.storage,
      volumes: [config.volume, memoryVolume(run, '1Mi')],
      waivers,
      // Another one takes over, and then Redis itself waits for those that follow, ten seconds at most.
      terminationGracePeriodSeconds: 60,
    });
  }

  #sentinels(target: Target): void {
    const { settings } = target;
    const file = 'sentinel.conf';
    const [address = ''] = groupMembers(components.redis, redisGroup.replicas);
    const watched = {
      name: redisGroup.name,
      primary: { address, port: ports.redis },
      quorum: redisGroup.quorum,
    };
    const config = new ConfigFile(this, 'sentinel-config', {
      name: components.sentinel,
      fileName: file,
      content: sentinelConfig(kubernetesPlacements(settings).sentinel, watched, {
        announceHostnames: true,
      }),
    });
    const member: Member = { name: components.sentinel, port: ports.sentinel, config, file };
    new ServerGroup(this, 'sentinels', {
      name: components.sentinel,
      replicas: redisGroup.replicas,
      port: ports.sentinel,
      initContainers: [writeConfig(member, redisScripts.writeSentinel)],
      container: {
        ...memberContainer(member),
        command: ['redis-server', startedWith(member), '--sentinel'],
        env: [secretEnv('REDISCLI_AUTH', redisSentinelPassword)],
        resources: resources(sentinelSize),
        readinessProbe: shellProbe(`redis-cli -e -p ${ports.sentinel} ping`),
      },
      volumes: [config.volume, memoryVolume(run, '1Mi')],
      waivers,
    });
  }
}

const run = 'run';

const waivers = secretsInEnv([secretEnv('REDISCLI_AUTH', redisPassword)]);

/** The config with what the pod adds to it; Redis and Sentinel go on writing to it. */
function startedWith({ file }: Member): string {
  return `${paths.redisRun}/${file}`;
}

function memberContainer({ name, port, config }: Member) {
  return {
    ...hardenedContainer,
    name,
    image: images.redis,
    volumeMounts: [config.mountAt(paths.redisConfig), { name: run, mountPath: paths.redisRun }],
    livenessProbe: tcpProbe(port, { periodSeconds: 10, timeoutSeconds: 3 }),
  } satisfies k8s.Container;
}

/** Writes the config when the pod is new; a container that starts again finds what it was at its end. */
function writeConfig(member: Member, script: string): k8s.Container {
  const { volumeMounts } = memberContainer(member);
  return {
    ...hardenedContainer,
    name: 'write-config',
    image: images.redis,
    command: ['/bin/sh', '-c', script],
    env: memberEnv(member),
    resources: resources(scriptSize),
    volumeMounts,
  };
}

/** What the scripts take. */
function memberEnv(member: Member): k8s.EnvVar[] {
  const { name, port, file } = member;
  return [
    ...podIdentity.filter((one) => one.name === 'POD_NAME'),
    { name: 'SELF', value: `$(POD_NAME).${name}:${port}` },
    { name: 'SERVERS', value: redisGroup.servers.join(' ') },
    { name: 'SENTINELS', value: redisGroup.sentinels.join(' ') },
    { name: 'GROUP', value: redisGroup.name },
    { name: 'TRIES', value: '5' },
    { name: 'SHARED_CONFIG', value: `${paths.redisConfig}/${file}` },
    { name: 'CONFIG', value: startedWith(member) },
    secretEnv('REDIS_PASSWORD', redisPassword),
    secretEnv('SENTINEL_PASSWORD', redisSentinelPassword),
  ];
}

function shellProbe(command: string): k8s.Probe {
  return {
    exec: { command: ['/bin/sh', '-c', command] },
    periodSeconds: 5,
    timeoutSeconds: 3,
  };
}
