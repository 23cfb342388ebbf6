import { apiKeysFile, envoyBootstrap, envoyRoutes, recipeBookPolicies } from '@recipe-book/envoy';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { appImage } from '../app-image.ts';
import { SidecarApp } from '../constructs/sidecar-app.ts';
import type { SidecarAppProps } from '../constructs/sidecar-app-props.ts';
import { quantity } from '../constructs/size.ts';
import { type Peer, Traffic } from '../constructs/traffic.ts';
import type { Exposure } from '../environments.ts';
import { images } from '../images.ts';
import { components, paths, secret } from '../names.ts';
import { type KubernetesPlacements, kubernetesPlacements } from '../placements.ts';
import { type Target, tlsSecretOf } from '../target.ts';
import { appEnvironment, privateKeyFile, resourceEnv } from './app-environment.ts';
import { appPeers } from './app-traffic.ts';
import { appPodLabels, chartProps, secretVersion } from './chart-props.ts';
import { collectorOf } from './collector.ts';
import { redisTlsMounts, redisTlsVolumes } from './redis-access.ts';
import { secretsInEnv } from './secret-env.ts';

const name = components.app;
const keys = 'keys';

/** The app with its sidecars, and how clients reach it. */
export class AppChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    const { settings, options } = target;
    const { drainSeconds } = options.exposure;
    const placements = kubernetesPlacements(settings, tlsSecretOf(options) !== undefined);
    const containers = {
      app: app(target),
      envoy: envoy(target, placements),
      collector: collectorOf(target, placements.collector, options.app.collectorSize),
    };
    new SidecarApp(this, 'app', {
      name,
      replicas: options.app.replicas,
      ...(options.app.priorityClass !== undefined && { priorityClass: options.app.priorityClass }),
      podLabels: appPodLabels(target),
      ...secretVersion(target),
      waivers: secretsInEnv([...containers.app.env, ...(containers.collector.env ?? [])]),
      ...containers,
      timing: {
        healthCheckTimeout: settings.HEALTH_CHECK_TIMEOUT,
        drainDelay: settings.SHUTDOWN_DRAIN_DELAY,
        shutdownTimeout: settings.SHUTDOWN_TIMEOUT,
        ...(drainSeconds !== undefined && { endpointRemovalSeconds: drainSeconds }),
      },
      ...waysIn(options.exposure),
    });
    new Traffic(this, 'traffic', {
      component: name,
      from: [{ port: settings.INGRESS_PORT, ...comesFrom(options.exposure) }],
      to: appPeers(target),
    });
  }
}

/** How clients reach it. */
function waysIn(exposure: Exposure): Pick<SidecarAppProps, 'service' | 'ingress'> {
  switch (exposure.kind) {
    case 'node-port':
      return { service: { type: 'NodePort', nodePort: exposure.port } };
    case 'load-balancer':
      return { service: { type: 'LoadBalancer', annotations: { ...exposure.annotations } } };
    case 'ingress': {
      const { host, className, tlsSecret, clusterIssuer, annotations } = exposure;
      const more = {
        ...(clusterIssuer !== undefined && { clusterIssuer }),
        ...(annotations && { annotations }),
      };
      return { ingress: { host, className, tlsSecret, ...more } };
    }
  }
}

/** Behind a proxy, Envoy believes who connects about the client's address. */
function comesFrom(exposure: Exposure): Pick<Peer, 'namespace'> {
  if (exposure.kind !== 'ingress' || exposure.controllerNamespace === false) return {};
  return { namespace: exposure.controllerNamespace ?? 'ingress-nginx' };
}

function app(target: Target): SidecarAppProps['app'] {
  const items = [{ key: secret.keys.jwtPrivateKey, path: privateKeyFile }];
  return {
    image: appImage(target.settings),
    size: target.options.app.size,
    env: appEnvironment(target),
    // Readable by the group of the pod alone.
    volumes: [
      { name: keys, secret: { secretName: secret.name, items, defaultMode: 0o440 } },
      ...redisTlsVolumes(target),
    ],
    mounts: [{ name: keys, mountPath: paths.appKeys, readOnly: true }, ...redisTlsMounts(target)],
  };
}

function envoy(
  { settings, options }: Target,
  { envoy: placement }: KubernetesPlacements,
): SidecarAppProps['envoy'] {
  const tlsSecret = tlsSecretOf(options);
  return {
    image: images.envoy,
    placement,
    size: { ...options.app.envoySize, memoryLimit: containerLimit(settings.ENVOY_MEMORY_LIMIT) },
    config: envoyBootstrap(settings, placement),
    routes: envoyRoutes(settings, recipeBookPolicies(settings)),
    env: [resourceEnv],
    ...(placement.apiKeysDir !== undefined && apiKeys(placement.apiKeysDir)),
    ...(tlsSecret !== undefined && { tlsSecret }),
  };
}

/**
 * Envoy looks at its memory ten times a second, and at its heap alone: many requests at once have been seen to
 * take it above the setting (200 MiB of 192) before it refused more. A third more keeps the kernel from ending it.
 */
function containerLimit(bytes: number): string {
  return quantity(Math.ceil((bytes * 4) / 3 / 1024 ** 2) * 1024 ** 2);
}

/** The API keys, which Envoy watches. A whole folder: only then does Kubernetes renew it in running pods. */
function apiKeys(mountPath: string): Pick<SidecarAppProps['envoy'], 'volumes' | 'mounts'> {
  const name = 'envoy-api-keys';
  const items = [{ key: secret.keys.apiKeys, path: apiKeysFile }];
  return {
    volumes: [{ name, secret: { secretName: secret.name, items, defaultMode: 0o440 } }],
    mounts: [{ name, mountPath, readOnly: true }],
  };
}
