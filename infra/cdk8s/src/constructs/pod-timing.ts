import type { SidecarAppProps } from './sidecar-app-props.ts';

/** How long things may take. Milliseconds where the settings have milliseconds. */
export interface PodTiming {
  /** HEALTH_CHECK_TIMEOUT: longest wait for the answer to a probe, milliseconds. */
  readonly healthCheckTimeout: number;
  /** SHUTDOWN_DRAIN_DELAY: how long the app accepts requests after SIGTERM, milliseconds. */
  readonly drainDelay: number;
  /** SHUTDOWN_TIMEOUT: how long requests in flight may take after that, milliseconds. */
  readonly shutdownTimeout: number;
  /**
   * How long the app may then take to close its stores and flush, seconds; default 10, after which Recipe Book's
   * app ends itself (app/src/shutdown/shutdown.ts).
   */
  readonly closingSeconds?: number;
  /**
   * How long new requests still come to a pod that ends, seconds, at least 1; default by the way in: 30 from a load
   * balancer, 10 from an ingress controller, else 5.
   */
  readonly endpointRemovalSeconds?: number;
}

/**
 * What the sidecars get when the app is gone, seconds. Neither has a bound of its own: Envoy lasts while a
 * client still reads its last answer, the Collector while its backend takes what is left.
 */
const sidecarsSeconds = 10;

/** Whole seconds, as Kubernetes wants them, never less than what was asked for. */
export function wholeSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

type TimedProps = Pick<SidecarAppProps, 'timing' | 'service' | 'ingress'>;
type CollectedProps = TimedProps & Pick<SidecarAppProps, 'collector'>;

/** How long the app goes on as before when its pod begins to end, seconds. */
export function preStopSeconds({ timing, service, ingress }: TimedProps): number {
  return timing.endpointRemovalSeconds ?? removalSeconds(service, ingress);
}

/** Every node hears of it within some seconds; whatever is in front of the nodes later. */
function removalSeconds(service: TimedProps['service'], ingress: TimedProps['ingress']): number {
  // It asks the node whether it still has such a pod, and wants to hear no two or three times, ten seconds apart.
  if (service?.type === 'LoadBalancer') return 30;
  // It watches the pods, and then tells its workers, or the cloud's proxy.
  return ingress ? 10 : 5;
}

/**
 * Time from the beginning of the end of a pod until what is left of it is killed, seconds. All containers
 * count from the same moment, so it is the sum of what comes one after the other:
 *
 * 1. app: `endpointRemovalSeconds` of sleep (preStop), then SIGTERM; `drainDelay`, at most `shutdownTimeout`,
 *    at most `closingSeconds`, when it ends itself. That is an upper bound: it is never killed.
 * 2. Envoy: its preStop begins with the app's and goes on for about a second after the app is gone, or until
 *    slow clients have read everything; SIGTERM then ends it at once.
 * 3. Collector: goes on as before until what the usual last requests left is sent (`collectorPreStopSeconds`), and
 *    gets SIGTERM when Envoy is gone.
 *
 * Steps 2 and 3 share ten seconds. A client or a backend that needs longer is cut off; the kubelet then
 * still gives each container two seconds.
 */
export function terminationSeconds(props: TimedProps): number {
  const { timing } = props;
  const requests = wholeSeconds(timing.drainDelay + timing.shutdownTimeout);
  return preStopSeconds(props) + requests + (timing.closingSeconds ?? 10) + sidecarsSeconds;
}

/**
 * How long the Collector goes on as before when its pod begins to end, seconds. On SIGTERM it decides at once on
 * the traces that it holds and stores what it keeps, but need not send it, and what is stored ends with the pod. So it
 * waits until that is done in the usual way, for requests that end by `drainDelay`. Nobody waits for the pod meanwhile:
 * those that replace it come before.
 */
export function collectorPreStopSeconds(props: CollectedProps): number {
  const { heldSeconds = 0 } = props.collector;
  const usual = preStopSeconds(props) + wholeSeconds(props.timing.drainDelay) + heldSeconds;
  return Math.min(usual, terminationSeconds(props) - sidecarsSeconds);
}

/** What cannot work, one sentence each. */
export function timingProblems(timing: PodTiming): string[] {
  const { closingSeconds = 0, endpointRemovalSeconds = 1, ...milliseconds } = timing;
  const problems = Object.entries(milliseconds)
    .filter(([, value]) => !(Number.isFinite(value) && value >= 0))
    .map(([name, value]) => `timing.${name} is ${value}; it must be milliseconds from 0 on.`);
  if (!Number.isInteger(closingSeconds) || closingSeconds < 0) {
    problems.push(
      `timing.closingSeconds is ${closingSeconds}; it must be a whole number of seconds from 0 on.`,
    );
  }
  // The sleep of a preStop hook may not be 0.
  if (!Number.isInteger(endpointRemovalSeconds) || endpointRemovalSeconds < 1) {
    problems.push(
      `timing.endpointRemovalSeconds is ${endpointRemovalSeconds}; it must be a whole number of seconds from 1 on.`,
    );
  }
  return problems;
}
