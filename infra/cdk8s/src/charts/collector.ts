import {
  authorizationVariable,
  type CollectorPlacement,
  collectorConfig,
  heldSeconds,
} from '@recipe-book/otel-collector';
import type { SidecarAppProps } from '../constructs/sidecar-app-props.ts';
import type { Size } from '../constructs/size.ts';
import { images } from '../images.ts';
import { secret } from '../names.ts';
import { hasTelemetryBackend, type Target } from '../target.ts';
import { secretEnv } from './secret-env.ts';

/** The Collector of a pod. */
export function collectorOf(
  target: Target,
  placement: CollectorPlacement,
  size: Size,
): SidecarAppProps['collector'] {
  const authorization = secretEnv(authorizationVariable, secret.keys.telemetryAuthorization);
  return {
    image: images.collector,
    size,
    config: collectorConfig(target.settings, placement),
    ...(hasTelemetryBackend(target) && {
      env: [authorization],
      heldSeconds: heldSeconds(target.settings),
    }),
    placement,
  };
}
