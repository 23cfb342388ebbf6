import {
  apiKeysFile,
  certificateSecret,
  envoyBootstrap,
  envoyRoutes,
  recipeBookPolicies,
} from '@recipe-book/envoy';
import { authorizationVariable, collectorConfig } from '@recipe-book/otel-collector';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { appImage } from '../app-image.ts';
import { secretEnv } from '../constructs/secret-env.ts';
import { SidecarApp } from '../constructs/sidecar-app.ts';
import type { SidecarAppProps } from '../constructs/sidecar-app-props.ts';
import { quantity } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, secret } from '../names.ts';
import { type KubernetesPlacements, kubernetesPlacements, secretFile } from '../placements.ts';
import { hasTelemetryBackend, type Target, tlsSecretOf } from '../target.ts';
import { appEnvironment, privateKeyFile, resourceEnv } from './app-environment.ts';
import { appPeers } from './app-traffic.ts';
import { appPodLabels, chartProps } from './chart-props.ts';
import { AppIngress } from './ingress.ts';
import { redisTlsMounts, redisTlsVolumes } from './redis-access.ts';

const name = components.app;
const keys = 'keys';

/** The app with its sidecars, and how clients reach it. */
export class AppChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    const { settings, options } = target;
    const { exposure } = options;
    const placements = kubernetesPlacements(settings, tlsSecretOf(options) !== undefined);
    new SidecarApp(this, 'app', {
      name,
      replicas: options.app.replicas,
      podLabels: appPodLabels(target),
      app: app(target),
      envoy: envoy(target, placements),
      collector: collector(target, placements),
      timing: {
        healthCheckTimeout: settings.HEALTH_CHECK_TIMEOUT,
        drainDelay: settings.SHUTDOWN_DRAIN_DELAY,
        shutdownTimeout: settings.SHUTDOWN_TIMEOUT,
      },
      ...(exposure.kind === 'node-port' && {
        service: { type: 'NodePort', nodePort: exposure.port },
      }),
    });
    if (exposure.kind === 'ingress') new AppIngress(this, 'ingress', exposure);
    new Traffic(this, 'traffic', {
      component: name,
      from: [{ port: settings.INGRESS_PORT }],
      to: appPeers(target),
    });
  }
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
    socketDir: paths.appSockets,
  };
}

function envoy(
  { settings, options }: Target,
  { envoy: placement }: KubernetesPlacements,
): SidecarAppProps['envoy'] {
  const secretName = tlsSecretOf(options);
  return {
    image: images.envoy,
    size: { ...options.app.envoySize, memoryLimit: quantity(settings.ENVOY_MEMORY_LIMIT) },
    config: envoyBootstrap(settings, placement),
    routes: envoyRoutes(settings, recipeBookPolicies(settings)),
    env: [resourceEnv],
    ...(placement.apiKeysDir !== undefined && apiKeys(placement.apiKeysDir)),
    ingressPort: placement.ingress.port,
    probesPort: placement.probes.port,
    adminPort: placement.admin.port,
    ...(secretName !== undefined &&
      placement.tls && {
        tls: {
          secretName,
          mountPath: paths.envoyTls,
          names: {
            content: certificateSecret(placement.tls),
            fileName: secretFile,
            folder: paths.envoySecrets,
          },
        },
      }),
  };
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

function collector(
  target: Target,
  { collector: placement }: KubernetesPlacements,
): SidecarAppProps['collector'] {
  const authorization = secretEnv(authorizationVariable, secret.keys.telemetryAuthorization);
  return {
    image: images.collector,
    size: target.options.app.collectorSize,
    config: collectorConfig(target.settings, placement),
    ...(hasTelemetryBackend(target) && { env: [authorization] }),
    healthPort: placement.healthPort,
    filesDir: placement.filesDir,
  };
}
