import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { collectorContainer, collectorFile, collectorVolumes } from './collector-container.ts';
import { ConfigFile } from './config-file.ts';
import { hardenedContainer } from './hardening.ts';
import { selectorOf } from './labels.ts';
import { podIdentity } from './pod-identity.ts';
import { httpProbe, tcpProbe } from './probes.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { resources, type Size } from './size.ts';
import { SteadyDeployment } from './steady-deployment.ts';
import type { Waivers } from './waivers.ts';

/** Folder that the service has its limits below. */
export const ratelimitRoot = '/etc/ratelimit';

/** Until no Envoy asks it any more: they look the name up every 5 s, in a cache that keeps it for 5 s. */
const preStopSeconds = 12;

export interface RatelimitServiceProps {
  /** Name of the Deployment, the Service, the ServiceAccount, the budget and the ConfigMap. */
  readonly name: string;
  readonly image: string;
  readonly replicas: number;
  readonly size: Size;
  /** Its limits (`rateLimitConfig`), which it watches: a change does not roll the pods. */
  readonly limits: object;
  /**
   * Its environment (`rateLimitEnvironment`); RUNTIME_ROOT is `ratelimitRoot`. A value may refer to POD_NAME as
   * `$(POD_NAME)`.
   */
  readonly env: readonly k8s.EnvVar[];
  readonly grpcPort: number;
  readonly httpPort: number;
  /** A Collector beside it, which its environment then names; its placement has `statsd`. */
  readonly collector?: SidecarAppProps['collector'];
  /** Volumes besides the limits, such as certificates for Redis. */
  readonly volumes?: readonly k8s.Volume[];
  readonly mounts?: readonly k8s.VolumeMount[];
  /** Annotations of the pods; another value rolls them. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Checks of linters that do not hold for the pods, besides those of the construct itself. */
  readonly waivers?: Waivers;
}

/**
 * The ratelimit service that the Envoys of all pods ask, and the Service by whose name they find it.
 *
 * @example
 * new RatelimitService(this, 'ratelimit', {
 *   name: 'ratelimit', image: 'envoyproxy/ratelimit:3fb70258', replicas: 2, size,
 *   limits: rateLimitConfig(policies, greeter), env, grpcPort: 8081, httpPort: 8080,
 * });
 */
export class RatelimitService extends Construct {
  constructor(scope: Construct, id: string, props: RatelimitServiceProps) {
    super(scope, id);
    const { name, podAnnotations, waivers } = props;
    const config = new ConfigFile(this, 'config', {
      name,
      // JSON, which is YAML too; the service only reads files with this ending.
      fileName: 'limits.yaml',
      content: props.limits,
      watched: true,
    });
    const collector = this.#collector(props);
    new SteadyDeployment(this, 'deployment', {
      name,
      replicas: props.replicas,
      sidecars: collector.sidecars,
      ...(podAnnotations && { podAnnotations }),
      ...(waivers && { waivers }),
      container: container(props, config),
      volumes: [config.volume, ...collector.volumes, ...(props.volumes ?? [])],
      preStopSeconds,
      terminationGracePeriodSeconds: 30 + (props.collector?.heldSeconds ?? 0),
    });
    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        // Its name leads to each ready pod, not to one address for all: Envoy spreads requests evenly
        // and leaves out the one that does not count.
        clusterIp: 'None',
        selector: selectorOf(name),
        ports: [
          { name: 'grpc', port: props.grpcPort, targetPort: k8s.IntOrString.fromString('grpc') },
        ],
      },
    });
  }

  /** First to start and last to end. */
  #collector({ name, collector }: RatelimitServiceProps) {
    if (!collector) return { sidecars: [], volumes: [] };
    const config = new ConfigFile(this, 'collector-config', {
      name: `${name}-collector`,
      fileName: collectorFile,
      content: collector.config,
    });
    return {
      sidecars: [
        {
          container: collectorContainer({ collector }, config),
          // Until the spans of the last calls are sent.
          preStopSeconds: preStopSeconds + (collector.heldSeconds ?? 0),
        },
      ],
      volumes: [config.volume, ...collectorVolumes],
    };
  }
}

function container(props: RatelimitServiceProps, config: ConfigFile): k8s.Container {
  const { name, image, env, grpcPort, httpPort, size, mounts = [] } = props;
  const health = (timing: Partial<k8s.Probe>) =>
    httpProbe(httpPort, '/healthcheck', { timeoutSeconds: 3, ...timing });
  return {
    ...hardenedContainer,
    name,
    image,
    command: ['/bin/ratelimit'],
    env: [...podIdentity, ...env],
    ports: [
      { name: 'grpc', containerPort: grpcPort },
      { name: 'http', containerPort: httpPort },
    ],
    resources: resources(size),
    volumeMounts: [config.mountAt(`${ratelimitRoot}/config`), ...mounts],
    startupProbe: health({ periodSeconds: 1, failureThreshold: 60 }),
    // It lives while it takes connections; one that cannot count is not ready, and a restart would not help.
    livenessProbe: tcpProbe(grpcPort, { periodSeconds: 10, timeoutSeconds: 3 }),
    readinessProbe: health({ periodSeconds: 5 }),
  };
}
