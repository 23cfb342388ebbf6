import type { k8s } from 'cdk8s-plus-27';
import type { ConfigFile } from './config-file.ts';
import { hardenedContainer } from './hardening.ts';
import { sidecarPaths } from './pod-layout.ts';
import { httpProbe } from './probes.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { resources } from './size.ts';

export const collectorFile = 'collector.json';
/** Volume for telemetry files. */
export const telemetryFiles = 'telemetry-files';

/** The Collector as a native sidecar: first to start and last to end, so that no telemetry is lost. */
export function collectorContainer(
  { collector }: SidecarAppProps,
  config: ConfigFile,
): k8s.Container {
  const { healthPort, filesDir } = collector.placement;
  const health = (timing: Partial<k8s.Probe>) => httpProbe(healthPort, '/', timing);
  return {
    ...hardenedContainer,
    name: 'collector',
    image: collector.image,
    args: [`--config=${sidecarPaths.collectorConfig}/${collectorFile}`],
    ...(collector.env && { env: [...collector.env] }),
    ports: [{ name: 'health', containerPort: healthPort }],
    resources: resources(collector.size),
    volumeMounts: [
      config.mountAt(sidecarPaths.collectorConfig),
      { name: telemetryFiles, mountPath: filesDir },
    ],
    startupProbe: health({ periodSeconds: 1, failureThreshold: 60 }),
    livenessProbe: health({ periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
  };
}
