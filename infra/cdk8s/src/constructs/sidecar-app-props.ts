import type { EnvoyPlacement } from '@recipe-book/envoy';
import type { CollectorPlacement } from '@recipe-book/otel-collector';
import type { k8s } from 'cdk8s-plus-27';
import type { ServiceType } from './app-service.ts';
import type { Autoscaling } from './autoscaling.ts';
import type { HostProps } from './host-ingress.ts';
import type { PodTiming } from './pod-timing.ts';
import type { Size } from './size.ts';
import type { Waivers } from './waivers.ts';

/** Any thin HTTP app that listens on loopback or a Unix socket and leaves the platform's work to its sidecars. */
export interface SidecarAppProps {
  /** Name of the Deployment, the Service, the ServiceAccount and the budget, and the first part of the ConfigMaps'. */
  readonly name: string;
  /** How many pods: always as many, or as many as are needed. */
  readonly replicas: number | Autoscaling;
  /** Labels of the pods besides the ones that select them. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods. Another value rolls them: the way to have them take a Secret anew that they
   * read as environment variables.
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Name of an existing PriorityClass; default: that of the cluster. */
  readonly priorityClass?: string;
  readonly app: AppContainerProps;
  readonly envoy: SidecarProps & {
    /** The one that its config was made with. */
    readonly placement: EnvoyPlacement;
    /** The routes with their limits, which Envoy watches: a change does not roll the pods. */
    readonly routes: object;
    /** Name of a Secret of type kubernetes.io/tls; needed when the placement has `tls`. */
    readonly tlsSecret?: string;
    /** Volumes of its own, such as API keys from a Secret. */
    readonly volumes?: readonly k8s.Volume[];
    readonly mounts?: readonly k8s.VolumeMount[];
  };
  readonly collector: SidecarProps & {
    /** The one that its config was made with. Telemetry files end with the pod. */
    readonly placement: CollectorPlacement;
    /** How long it holds what came before it is sent, seconds, such as by `heldSeconds`; default 0. */
    readonly heldSeconds?: number;
  };
  readonly timing: PodTiming;
  /** How the Service is reached; default: from inside the cluster only. */
  readonly service?: ServiceType;
  /** A host name at an ingress controller. */
  readonly ingress?: HostProps;
  /** Checks of linters that do not hold for the pods, besides those of the construct itself. */
  readonly waivers?: Waivers;
}

/** The app itself. It answers `/health/startup`, `/health/live` and `/health/ready`. */
export interface AppContainerProps {
  readonly image: string;
  readonly size: Size;
  /** Environment; a value may refer to POD_NAME, POD_NAMESPACE and NODE_NAME as `$(POD_NAME)`. */
  readonly env: readonly k8s.EnvVar[];
  /** Volumes besides `/tmp`, which is always there. */
  readonly volumes?: readonly k8s.Volume[];
  readonly mounts?: readonly k8s.VolumeMount[];
}

/** Envoy or the Collector. */
export interface SidecarProps {
  readonly image: string;
  readonly size: Size;
  /** Its whole configuration. */
  readonly config: object;
  readonly env?: readonly k8s.EnvVar[];
}
