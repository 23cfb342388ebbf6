import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { hardenedContainer } from '../constructs/hardening.ts';
import { httpProbe, tcpProbe } from '../constructs/probes.ts';
import { SingleServer } from '../constructs/single-server.ts';
import { resources } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports, secret } from '../names.ts';
import type { InClusterOpenObserve } from '../store-options.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';
import { secretEnv, secretsInEnv } from './secret-env.ts';

const name = components.openobserve;

/**
 * One OpenObserve that keeps everything on its volume. The Collectors send to it; people reach it by
 * `kubectl port-forward`, which no policy is in the way of.
 */
export class OpenObserveChart extends Chart {
  constructor(scope: Construct, id: string, target: Target, options: InClusterOpenObserve) {
    super(scope, id, chartProps(target));
    const container = openobserveContainer(options);
    new SingleServer(this, 'openobserve', {
      name,
      port: ports.openobserve,
      container,
      dataDir: paths.data,
      storage: options.storage,
      // It writes what it has in memory to the disk.
      terminationGracePeriodSeconds: 60,
      waivers: secretsInEnv(container.env),
    });
    new Traffic(this, 'traffic', {
      component: name,
      from: [components.app, components.ratelimit, components.provisioner].map((component) => ({
        component,
        port: ports.openobserve,
      })),
      // Where alerts are sent to.
      to: target.options.webEgress ? [{ internet: true, port: 443 }] : [],
    });
  }
}

function openobserveContainer({ size, retentionDays }: InClusterOpenObserve): k8s.Container {
  const health = (timing: Partial<k8s.Probe>) =>
    httpProbe(ports.openobserve, '/healthz', { timeoutSeconds: 3, ...timing });
  return {
    ...hardenedContainer,
    name: 'openobserve',
    image: images.openobserve,
    env: [
      // Read at the first start alone, when it makes this user.
      secretEnv('ZO_ROOT_USER_EMAIL', secret.keys.openobserveRootEmail),
      secretEnv('ZO_ROOT_USER_PASSWORD', secret.keys.openobserveRootPassword),
      { name: 'ZO_DATA_DIR', value: paths.data },
      { name: 'ZO_HTTP_PORT', value: String(ports.openobserve) },
      { name: 'ZO_COMPACT_DATA_RETENTION_DAYS', value: String(retentionDays) },
      // Else it tells its makers how it is used, and fetches a database of places from them.
      { name: 'ZO_TELEMETRY', value: 'false' },
      { name: 'ZO_MMDB_DISABLE_DOWNLOAD', value: 'true' },
    ],
    resources: resources(size),
    startupProbe: health({ periodSeconds: 2, failureThreshold: 60 }),
    livenessProbe: tcpProbe(ports.openobserve, { periodSeconds: 10, timeoutSeconds: 3 }),
    readinessProbe: health({ periodSeconds: 5 }),
  };
}
