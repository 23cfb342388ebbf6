import type { k8s } from 'cdk8s-plus-27';
import { paths } from '../names.ts';
import type { ConfigFile } from './config-file.ts';
import { hardenedContainer } from './hardening.ts';
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
  const health = (timing: Partial<k8s.Probe>) => httpProbe(collector.healthPort, '/', timing);
  return {
    ...hardenedContainer,
    name: 'collector',
    image: collector.image,
    args: [`--config=${paths.collectorConfig}/${collectorFile}`],
    ...(collector.env && { env: [...collector.env] }),
    ports: [{ name: 'health', containerPort: collector.healthPort }],
    resources: resources(collector.size),
    volumeMounts: [
      config.mountAt(paths.collectorConfig),
      { name: telemetryFiles, mountPath: collector.filesDir },
    ],
    startupProbe: health({ periodSeconds: 1, failureThreshold: 60 }),
    livenessProbe: health({ periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
  };
}
