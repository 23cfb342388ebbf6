import { routesFile } from '@recipe-book/envoy';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { paths } from '../names.ts';
import { appContainer, appTmp } from './app-container.ts';
import { collectorContainer, collectorFile, telemetryFiles } from './collector-container.ts';
import { ConfigFile } from './config-file.ts';
import { envoyContainer, envoyFile } from './envoy-container.ts';
import { selectorOf } from './labels.ts';
import { preStopSeconds, terminationSeconds } from './pod-timing.ts';
import { scratchVolume, socketVolume } from './scratch.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { SteadyDeployment } from './steady-deployment.ts';
import { TlsSecret } from './tls-secret.ts';

/**
 * A thin HTTP app with Envoy and the Collector beside it, reached by a Service.
 *
 * Start: Collector, Envoy, app. End: Envoy asks its clients to leave while the app goes on; the app
 * finishes its requests and ends; then Envoy ends, and last the Collector, which has it all sent.
 *
 * @example
 * new SidecarApp(this, 'app', {
 *   name: 'greeter',
 *   replicas: 2,
 *   app: { image: 'greeter:1.0.0', size, env: [{ name: 'PORT', value: '3000' }] },
 *   envoy: { image: images.envoy, size, config: bootstrap, routes, ingressPort: 8080, probesPort: 9902, adminPort: 9901 },
 *   collector: { image: images.collector, size, config, healthPort: 13133, filesDir: '/var/files' },
 *   timing: { healthCheckTimeout: 5000, drainDelay: 2000, shutdownTimeout: 30_000 },
 * });
 */
export class SidecarApp extends Construct {
  constructor(scope: Construct, id: string, props: SidecarAppProps) {
    super(scope, id);
    const { name, app, timing } = props;
    const envoyConfig = new ConfigFile(this, 'envoy-config', {
      name: 'envoy',
      fileName: envoyFile,
      content: props.envoy.config,
    });
    const routes = new ConfigFile(this, 'envoy-routes', {
      name: `${name}-routes`,
      fileName: routesFile,
      content: props.envoy.routes,
      watched: true,
    });
    const tls = props.envoy.tls && new TlsSecret(this, 'envoy-tls', props.envoy.tls);
    const collectorConfig = new ConfigFile(this, 'collector-config', {
      name: 'collector',
      fileName: collectorFile,
      content: props.collector.config,
    });
    new SteadyDeployment(this, 'deployment', {
      name,
      replicas: props.replicas,
      ...(props.podLabels && { podLabels: props.podLabels }),
      sidecars: [
        collectorContainer(props, collectorConfig),
        envoyContainer(props, [
          envoyConfig.mountAt(paths.envoyConfig),
          routes.mountAt(paths.envoyRoutes),
          ...(tls?.mounts ?? []),
          ...(props.envoy.mounts ?? []),
        ]),
      ],
      container: appContainer(props),
      volumes: [
        envoyConfig.volume,
        routes.volume,
        ...(tls?.volumes ?? []),
        ...(props.envoy.volumes ?? []),
        collectorConfig.volume,
        scratchVolume(appTmp, '64Mi'),
        scratchVolume(telemetryFiles, '512Mi'),
        ...(app.socketDir === undefined ? [] : [scratchVolume(socketVolume, '1Mi')]),
        ...(app.volumes ?? []),
      ],
      preStopSeconds: preStopSeconds(timing),
      terminationGracePeriodSeconds: terminationSeconds(timing),
    });
    this.#service(props);
  }

  #service({ name, envoy, service = { type: 'ClusterIP' } }: SidecarAppProps): void {
    const { type, nodePort } = service;
    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        type,
        // A NodePort that hops between nodes would hide the client's address, and limits count by it.
        ...(type === 'NodePort' && { externalTrafficPolicy: 'Local' }),
        selector: selectorOf(name),
        ports: [
          {
            ...(envoy.tls ? { name: 'https', port: 443 } : { name: 'http', port: 80 }),
            targetPort: k8s.IntOrString.fromString('http'),
            ...(nodePort !== undefined && { nodePort }),
          },
        ],
      },
    });
  }
}
