import { rateLimitConfig, rateLimitEnvironment, recipeBookPolicies } from '@recipe-book/envoy';
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ConfigFile } from '../constructs/config-file.ts';
import { hardenedContainer } from '../constructs/hardening.ts';
import { selectorOf } from '../constructs/labels.ts';
import { httpProbe } from '../constructs/probes.ts';
import { resources } from '../constructs/size.ts';
import { SteadyDeployment } from '../constructs/steady-deployment.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';
import { ratelimitRedisSecrets, redisTlsMounts, redisTlsVolumes } from './redis-access.ts';
import { redisPeers } from './redis-peers.ts';

const name = components.ratelimit;

/** The ratelimit service that the Envoys of all pods ask. */
export class RatelimitChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    const config = new ConfigFile(this, 'config', {
      name,
      fileName: 'recipe-book.yaml',
      // JSON, which is YAML too; the service only reads files with this ending.
      content: rateLimitConfig(recipeBookPolicies(target.settings)),
      watched: true,
    });
    new SteadyDeployment(this, 'deployment', {
      name,
      replicas: target.options.ratelimit.replicas,
      container: ratelimitContainer(target, config),
      volumes: [config.volume, ...redisTlsVolumes(target)],
      // Until no Envoy asks it any more: they look the name up every 5 s, in a cache that keeps it for 5 s.
      preStopSeconds: 12,
      terminationGracePeriodSeconds: 30,
    });
    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        // Its name leads to each ready pod, not to one address for all: Envoy spreads requests evenly
        // and leaves out the one that does not count.
        clusterIp: 'None',
        selector: selectorOf(name),
        ports: [
          {
            name: 'grpc',
            port: ports.ratelimitGrpc,
            targetPort: k8s.IntOrString.fromString('grpc'),
          },
        ],
      },
    });
    new Traffic(this, 'traffic', {
      component: name,
      from: [
        { component: components.app, port: ports.ratelimitGrpc },
        // Envoy's probes.
        { component: components.app, port: ports.ratelimitHttp },
      ],
      to: redisPeers(target),
    });
  }
}

function ratelimitContainer(target: Target, config: ConfigFile): k8s.Container {
  const { settings, options } = target;
  const environment = rateLimitEnvironment(settings, kubernetesPlacements(settings).ratelimit);
  const health = (timing: Partial<k8s.Probe>) =>
    httpProbe(ports.ratelimitHttp, '/healthcheck', { timeoutSeconds: 3, ...timing });
  return {
    ...hardenedContainer,
    name,
    image: images.ratelimit,
    command: ['/bin/ratelimit'],
    env: [
      ...Object.entries(environment).map(([variable, value]) => ({ name: variable, value })),
      ...ratelimitRedisSecrets(target),
    ],
    ports: [
      { name: 'grpc', containerPort: ports.ratelimitGrpc },
      { name: 'http', containerPort: ports.ratelimitHttp },
    ],
    resources: resources(options.ratelimit.size),
    volumeMounts: [config.mountAt(`${paths.ratelimitRoot}/config`), ...redisTlsMounts(target)],
    startupProbe: health({ periodSeconds: 1, failureThreshold: 60 }),
    livenessProbe: health({ periodSeconds: 10 }),
    readinessProbe: health({ periodSeconds: 5 }),
  };
}
