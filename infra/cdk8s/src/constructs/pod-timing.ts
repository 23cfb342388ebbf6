import type { PodTiming } from './sidecar-app-props.ts';

/** Ten for the app to close its stores and flush, ten for the sidecars to end after it. */
const marginSeconds = 20;

/** Whole seconds, as Kubernetes wants them, never less than what was asked for. */
export function wholeSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

/** How long the app goes on as before when its pod begins to end, seconds. */
export function preStopSeconds(timing: PodTiming): number {
  return timing.endpointRemovalSeconds ?? 5;
}

/** Time from the beginning of the end of a pod until what is left of it is killed, seconds. */
export function terminationSeconds(timing: PodTiming): number {
  const app = wholeSeconds(timing.drainDelay + timing.shutdownTimeout);
  return preStopSeconds(timing) + app + marginSeconds;
}
