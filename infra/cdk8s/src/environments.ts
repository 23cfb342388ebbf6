import type { Environment, Settings } from '@recipe-book/settings';
import type { Autoscaling } from './constructs/autoscaling.ts';
import type { HostProps } from './constructs/host-ingress.ts';
import type { Size } from './constructs/size.ts';
import type { SecretsOptions } from './secrets-options.ts';
import type { MongodbOptions, OpenObserveOptions, RedisOptions } from './store-options.ts';

/** How clients from outside the cluster come in. */
export type Exposure = WayIn & {
  /**
   * How long new requests still come to a pod that ends, seconds, for which it goes on as before; default by
   * kind: 5 for `node-port`, 10 for `ingress`, 30 for `load-balancer`. Give more when what is in front of the
   * nodes asks them more rarely whether they are fit. The time that a pod has to end follows.
   */
  readonly drainSeconds?: number;
};

type WayIn =
  /** A port on every node; the client's own address is kept. */
  | {
      readonly kind: 'node-port';
      readonly port: number;
      /**
       * Name of an existing Secret of type kubernetes.io/tls: Envoy itself then takes HTTPS with it
       * instead of HTTP, and a renewed one is used within a minute or two, without a restart.
       */
      readonly tlsSecret?: string;
    }
  /** An address of its own from the cloud's load balancer; the client's own address is kept. */
  | {
      readonly kind: 'load-balancer';
      /** For the cloud, by its own names. It must pass connections on as they are, not requests. */
      readonly annotations?: Readonly<Record<string, string>>;
      /** As for `node-port`. */
      readonly tlsSecret?: string;
    }
  /** A host name at an ingress controller, which is one proxy in front of Envoy. */
  | ({
      readonly kind: 'ingress';
      /**
       * Namespace of the controller; default `ingress-nginx`. Its pods alone may connect to Envoy, since whoever
       * does says whose request it is. `false`: it has no pods in a network of their own, being on that of
       * its node or the cloud's own; any address may connect then, and the cloud has to see to it.
       */
      readonly controllerNamespace?: string | false;
    } & HostProps);

/** All that differs between the environments. */
export interface EnvironmentOptions {
  readonly namespace: string;
  /**
   * Names of existing Secrets of type kubernetes.io/dockerconfigjson, with which the images of all pods are pulled.
   * Pods take a change when they are made anew.
   */
  readonly imagePullSecrets?: readonly string[];
  /**
   * Name of an existing StorageClass for all volumes; default: that of the cluster. Neither it nor a `storage` can
   * be changed in a running environment: Kubernetes refuses that of a StatefulSet.
   */
  readonly storageClass?: string;
  /**
   * Settings as text that differ here from the product's defaults; the shell's own variables win over them.
   * Secrets are refused.
   */
  readonly settings: Readonly<Partial<Record<keyof Settings, string>>>;
  readonly exposure: Exposure;
  /**
   * Any text. Pods read most of the Secret at their start only: change this after changing the Secret, and
   * they roll; the migration runs again. Certificates for clients and API keys need no such thing. The password of a Redis of one's own
   * takes more (docs/redis.md, "Another password").
   */
  readonly secretVersion?: string;
  readonly app: {
    /** How many pods: always as many, or as many as are needed. */
    readonly replicas: number | Autoscaling;
    /** Name of an existing PriorityClass; default: that of the cluster. */
    readonly priorityClass?: string;
    readonly size: Size;
    /** Its memory limit follows from ENVOY_MEMORY_LIMIT. */
    readonly envoySize: Omit<Size, 'memoryLimit'>;
    readonly collectorSize: Size;
  };
  readonly ratelimit: {
    readonly replicas: number;
    readonly size: Size;
    readonly collectorSize: Size;
  };
  readonly redis: RedisOptions;
  readonly mongodb: MongodbOptions;
  readonly openobserve: OpenObserveOptions;
  /** Where the Secret comes from. */
  readonly secrets: SecretsOptions;
  /**
   * Whether pods may connect to public addresses at the ports of the web: the app for what users import,
   * OpenObserve for sending alerts.
   */
  readonly webEgress: boolean;
  /**
   * Which of the services that settings name by a URL have private addresses: `pictures` is S3_ENDPOINT, `telemetry`
   * OPENOBSERVE_URL or OTEL_EXPORTER_OTLP_ENDPOINT, `sentry` SENTRY_DSN, whose port must be 443. Pods may connect
   * to any address at the port of such a one, and to public addresses alone at that of the others. Default: none of them.
   */
  readonly privateServices?: readonly ('pictures' | 'sentry' | 'telemetry')[];
}

const sizes = {
  // Decoding one of the largest pictures takes up to 320 MB, once at a time.
  app: { cpu: '100m', memory: '192Mi', memoryLimit: '768Mi' },
  // The limit of its own memory limiter follows from this one. The disk is for its log, what it could not send yet
  // (480 MiB) and, in development, files (300 MB).
  collector: { cpu: '50m', memory: '96Mi', memoryLimit: '320Mi', disk: '1Gi' },
  // The one of the ratelimit service: three spans a call, and few metrics.
  ratelimitCollector: { cpu: '20m', memory: '64Mi', memoryLimit: '192Mi', disk: '1Gi' },
  // More CPU than it uses: Envoy waits for it 45 ms at most, also when the node is busy. Calls that come
  // while Redis is away stay in its memory (decision 19).
  ratelimit: { cpu: '100m', memory: '32Mi', memoryLimit: '192Mi' },
  // Redis keeps at most 128 MB of data; the rest is for rewriting its file.
  redis: { cpu: '50m', memory: '64Mi', memoryLimit: '320Mi' },
  mongodb: { cpu: '100m', memory: '320Mi', memoryLimit: '768Mi' },
  openobserve: { cpu: '100m', memory: '384Mi', memoryLimit: '1Gi' },
} as const satisfies Record<string, Size>;

const pod = {
  size: sizes.app,
  envoySize: { cpu: '100m', memory: '64Mi' },
  collectorSize: sizes.collector,
} as const;

const limiter = { size: sizes.ratelimit, collectorSize: sizes.ratelimitCollector } as const;

/** One entry for each environment: the only place where they differ. */
export const environmentOptions: Readonly<Record<Environment, EnvironmentOptions>> = {
  development: {
    namespace: 'recipe-book-development',
    settings: {},
    exposure: { kind: 'node-port', port: 30_080 },
    app: { replicas: 1, ...pod },
    ratelimit: { replicas: 1, ...limiter },
    redis: {
      external: 'never',
      kind: 'single',
      password: false,
      serverPort: 6379,
      size: sizes.redis,
      storage: '256Mi',
    },
    mongodb: { kind: 'in-cluster', size: sizes.mongodb, storage: '1Gi' },
    openobserve: {
      kind: 'in-cluster',
      size: sizes.openobserve,
      storage: '2Gi',
      retentionDays: 3,
    },
    secrets: { kind: 'existing' },
    webEgress: true,
  },
  staging: {
    namespace: 'recipe-book-staging',
    settings: { TRUSTED_PROXY_HOPS: '1' },
    exposure: {
      kind: 'ingress',
      host: 'staging.recipe-book.example',
      className: 'nginx',
      tlsSecret: 'recipe-book-tls',
    },
    app: { replicas: 2, ...pod },
    ratelimit: { replicas: 2, ...limiter },
    redis: {
      external: 'never',
      kind: 'single',
      password: true,
      serverPort: 6379,
      size: sizes.redis,
      storage: '512Mi',
    },
    mongodb: { kind: 'external', port: 27_017 },
    openobserve: {
      kind: 'in-cluster',
      size: sizes.openobserve,
      storage: '8Gi',
      retentionDays: 14,
    },
    secrets: { kind: 'existing' },
    webEgress: true,
  },
  production: {
    namespace: 'recipe-book-production',
    settings: { TRUSTED_PROXY_HOPS: '1' },
    exposure: {
      kind: 'ingress',
      host: 'recipe-book.example',
      className: 'nginx',
      tlsSecret: 'recipe-book-tls',
    },
    app: {
      replicas: { minReplicas: 3, maxReplicas: 10, cpuUtilization: 70 },
      size: { cpu: '250m', memory: '256Mi', memoryLimit: '768Mi' },
      envoySize: { cpu: '200m', memory: '96Mi' },
      collectorSize: sizes.collector,
    },
    ratelimit: {
      replicas: 2,
      ...limiter,
      size: { cpu: '200m', memory: '48Mi', memoryLimit: '256Mi' },
    },
    redis: {
      external: 'by-settings',
      kind: 'sentinel',
      password: true,
      serverPort: 6379,
      size: sizes.redis,
      storage: '1Gi',
    },
    mongodb: { kind: 'external', port: 27_017 },
    openobserve: { kind: 'external' },
    secrets: { kind: 'existing' },
    webEgress: true,
  },
};
