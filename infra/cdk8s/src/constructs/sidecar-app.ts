import { routesFile } from '@recipe-book/envoy';
import { Construct } from 'constructs';
import { appContainer, appTmp } from './app-container.ts';
import { AppService } from './app-service.ts';
import { Autoscaler } from './autoscaling.ts';
import { collectorContainer, collectorFile, collectorVolumes } from './collector-container.ts';
import { ConfigFile } from './config-file.ts';
import { envoyContainer, envoyFile } from './envoy-container.ts';
import { HostIngress } from './host-ingress.ts';
import { sidecarPaths } from './pod-layout.ts';
import { collectorPreStopSeconds, preStopSeconds, terminationSeconds } from './pod-timing.ts';
import { scratchVolume, socketVolume } from './scratch.ts';
import { sidecarAppProblems } from './sidecar-app-problems.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { SteadyDeployment } from './steady-deployment.ts';
import { TlsSecret } from './tls-secret.ts';

/**
 * A thin HTTP app with Envoy and the Collector beside it, reached by a Service.
 *
 * Start: Collector, Envoy, app. End: Envoy asks its clients to leave while the app goes on; the app
 * finishes its requests and ends; then Envoy ends, and last the Collector, which has it all sent.
 *
 * @throws Error that says in one sentence each what cannot work.
 * @example
 * const placements = podPlacements({ ingressPort: 8080, app: { path: '/run/greeter/app.sock' }, ratelimit });
 * new SidecarApp(this, 'app', {
 *   name: 'greeter',
 *   replicas: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 },
 *   app: { image: 'greeter:1.0.0', size, env: [{ name: 'SOCKET_PATH', value: '/run/greeter/app.sock' }] },
 *   envoy: {
 *     image: 'envoyproxy/envoy:v1.40.0', size, placement: placements.envoy,
 *     config: envoyBootstrap(settings, placements.envoy, greeter),
 *     routes: envoyRoutes(settings, policies, greeter),
 *   },
 *   collector: {
 *     image: 'otel/opentelemetry-collector-contrib:0.161.0', size, placement: placements.collector,
 *     config: collectorConfig(settings, placements.collector),
 *   },
 *   timing: { healthCheckTimeout: 5000, drainDelay: 2000, shutdownTimeout: 30_000 },
 * });
 */
export class SidecarApp extends Construct {
  constructor(scope: Construct, id: string, props: SidecarAppProps) {
    super(scope, id);
    const problems = sidecarAppProblems(props);
    if (problems.length > 0) throw new Error(`SidecarApp "${props.name}": ${problems.join(' ')}`);
    const { name, replicas, envoy, service = { type: 'ClusterIP' } } = props;
    const { mounts, volumes, collectorConfig } = this.#files(props);
    const { podLabels, podAnnotations, priorityClass, waivers } = props;
    new SteadyDeployment(this, 'deployment', {
      name,
      ...(typeof replicas === 'number' && { replicas }),
      ...(podLabels && { podLabels }),
      ...(podAnnotations && { podAnnotations }),
      ...(priorityClass !== undefined && { priorityClass }),
      ...(waivers && { waivers }),
      sidecars: [
        {
          container: collectorContainer(props, collectorConfig),
          preStopSeconds: collectorPreStopSeconds(props),
        },
        { container: envoyContainer(props, mounts) },
      ],
      container: appContainer(props),
      volumes,
      preStopSeconds: preStopSeconds(props),
      terminationGracePeriodSeconds: terminationSeconds(props),
    });
    if (typeof replicas !== 'number') {
      new Autoscaler(this, 'autoscaler', { name, containers: ['app', 'envoy'], ...replicas });
    }
    const { ingress, tls } = envoy.placement;
    new AppService(this, 'service', {
      name,
      tls: tls !== undefined,
      targetPort: ingress.port,
      service,
    });
    if (props.ingress) new HostIngress(this, 'ingress', { name, ...props.ingress });
  }

  /** The volumes of the pod, and where Envoy finds its own. */
  #files({ name, app, envoy, collector }: SidecarAppProps) {
    const envoyConfig = new ConfigFile(this, 'envoy-config', {
      name: `${name}-envoy`,
      fileName: envoyFile,
      content: envoy.config,
    });
    const routes = new ConfigFile(this, 'envoy-routes', {
      name: `${name}-routes`,
      fileName: routesFile,
      content: envoy.routes,
      watched: true,
    });
    const { tls } = envoy.placement;
    const certificate =
      tls && envoy.tlsSecret !== undefined
        ? new TlsSecret(this, 'envoy-tls', { name, secretName: envoy.tlsSecret, files: tls })
        : { volumes: [], mounts: [] };
    const collectorConfig = new ConfigFile(this, 'collector-config', {
      name: `${name}-collector`,
      fileName: collectorFile,
      content: collector.config,
    });
    return {
      collectorConfig,
      mounts: [
        envoyConfig.mountAt(sidecarPaths.envoyConfig),
        routes.mountAt(envoy.placement.routesDir),
        ...certificate.mounts,
        ...(envoy.mounts ?? []),
      ],
      volumes: [
        envoyConfig.volume,
        routes.volume,
        ...certificate.volumes,
        ...(envoy.volumes ?? []),
        collectorConfig.volume,
        scratchVolume(appTmp, '64Mi'),
        ...collectorVolumes,
        ...('path' in envoy.placement.app ? [scratchVolume(socketVolume, '1Mi')] : []),
        ...(app.volumes ?? []),
      ],
    };
  }
}
