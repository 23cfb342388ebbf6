import type { k8s } from 'cdk8s-plus-27';
import type { Size } from './size.ts';

/** Any thin HTTP app that listens on loopback or a Unix socket and leaves the platform's work to its sidecars. */
export interface SidecarAppProps {
  /** Name of the Deployment, the Service, the ServiceAccount and the budget. */
  readonly name: string;
  readonly replicas: number;
  /** Labels of the pods besides the ones that select them. */
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly app: AppContainerProps;
  readonly envoy: SidecarProps & {
    /** The routes with their limits, which Envoy watches: a change does not roll the pods. */
    readonly routes: object;
    /** Port for clients, for the Service and for the readiness probe; on all addresses of the pod. */
    readonly ingressPort: number;
    /** Port where probes are answered whatever clients do; on all addresses of the pod. */
    readonly probesPort: number;
    /** Port of the admin interface, on loopback. */
    readonly adminPort: number;
    /** Present when clients connect by TLS. */
    readonly tls?: EnvoyTls;
    /** Volumes of its own, such as API keys from a Secret. */
    readonly volumes?: readonly k8s.Volume[];
    readonly mounts?: readonly k8s.VolumeMount[];
  };
  readonly collector: SidecarProps & {
    /** Port of the health check, on all addresses of the pod. */
    readonly healthPort: number;
    /** Folder for telemetry files; they end with the pod. */
    readonly filesDir: string;
  };
  readonly timing: PodTiming;
  /** How the Service is reached; default: from inside the cluster only. */
  readonly service?: {
    readonly type: 'ClusterIP' | 'NodePort';
    /** Port on every node, for `NodePort`. */
    readonly nodePort?: number;
  };
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
  /** Folder that the app shares with Envoy, for the Unix socket it listens on; absent when it listens on loopback. */
  readonly socketDir?: string;
}

/** The certificate for clients. */
export interface EnvoyTls {
  /** Name of a Secret of type kubernetes.io/tls, and where it is mounted. */
  readonly secretName: string;
  readonly mountPath: string;
  /** The file that names the certificate to Envoy: its content, its name and the folder it is put in. */
  readonly names: { readonly content: object; readonly fileName: string; readonly folder: string };
}

/** Envoy or the Collector. */
export interface SidecarProps {
  readonly image: string;
  readonly size: Size;
  /** Its whole configuration. */
  readonly config: object;
  readonly env?: readonly k8s.EnvVar[];
}

/** How long things may take. Milliseconds where the settings have milliseconds. */
export interface PodTiming {
  /** HEALTH_CHECK_TIMEOUT: longest wait for the answer to a probe, milliseconds. */
  readonly healthCheckTimeout: number;
  /** SHUTDOWN_DRAIN_DELAY: how long the app accepts requests after SIGTERM, milliseconds. */
  readonly drainDelay: number;
  /** SHUTDOWN_TIMEOUT: how long requests in flight may take after that, milliseconds. */
  readonly shutdownTimeout: number;
  /** How long the cluster needs to stop sending new requests to a pod that ends, seconds; default 5. */
  readonly endpointRemovalSeconds?: number;
}
