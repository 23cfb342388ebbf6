import { collectorEnvironment, queueDiskBytes } from '@recipe-book/otel-collector';
import type { k8s } from 'cdk8s-plus-27';
import { bytesOf } from './bytes.ts';
import type { ConfigFile } from './config-file.ts';
import { hardenedContainer } from './hardening.ts';
import { podIdentity } from './pod-identity.ts';
import { sidecarPaths } from './pod-layout.ts';
import { httpProbe } from './probes.ts';
import { scratchVolume } from './scratch.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { quantity, resources } from './size.ts';

export const collectorFile = 'collector.json';
const telemetryFiles = 'telemetry-files';
const telemetryQueue = 'telemetry-queue';

/** Volumes for telemetry files, and for what is still to be sent. Whoever fills one is evicted, so both are ample. */
export const collectorVolumes: readonly k8s.Volume[] = [
  scratchVolume(telemetryFiles, '512Mi'),
  scratchVolume(telemetryQueue, quantity(queueDiskBytes)),
];

/** The Collector as a native sidecar: first to start and last to end, so that no telemetry is lost. */
export function collectorContainer(
  { collector }: Pick<SidecarAppProps, 'collector'>,
  config: ConfigFile,
): k8s.Container {
  const { healthPort, filesDir, queueDir } = collector.placement;
  const environment = collectorEnvironment(bytesOf(collector.size.memoryLimit) ?? 0, '$(POD_NAME)');
  const health = (timing: Partial<k8s.Probe>) => httpProbe(healthPort, '/', timing);
  return {
    ...hardenedContainer,
    name: 'collector',
    image: collector.image,
    args: [`--config=${sidecarPaths.collectorConfig}/${collectorFile}`],
    env: [
      ...podIdentity,
      ...Object.entries(environment).map(([name, value]) => ({ name, value })),
      ...(collector.env ?? []),
    ],
    ports: [{ name: 'health', containerPort: healthPort }],
    resources: resources(collector.size),
    volumeMounts: [
      config.mountAt(sidecarPaths.collectorConfig),
      { name: telemetryFiles, mountPath: filesDir },
      { name: telemetryQueue, mountPath: queueDir },
    ],
    startupProbe: health({ periodSeconds: 1, failureThreshold: 60 }),
    livenessProbe: health({ periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
  };
}
