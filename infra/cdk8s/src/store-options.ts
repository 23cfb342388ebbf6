import type { Size } from './constructs/size.ts';

/** Redis for counters and cached answers. */
export interface RedisOptions {
  /**
   * `never`: always run one here, whatever the shell says.
   * `by-settings`: use the one that REDIS_URL or REDIS_NODES names; run one here when neither is set.
   */
  readonly external: 'never' | 'by-settings';
  /**
   * What runs here. `single`: one server; while it restarts nothing is counted.
   * `sentinel`: three, of which one takes writes, and three Sentinels that put another in its place.
   */
  readonly kind: 'single' | 'sentinel';
  /** Whether Redis asks for the password in the Secret. */
  readonly password: boolean;
  /** Port of the servers that Sentinels elsewhere name, for the network policy. */
  readonly serverPort: number;
  /** Of each server. */
  readonly size: Size;
  /** Size of the volume of each server, such as `1Gi`. */
  readonly storage: string;
}

export type MongodbOptions =
  /** A single copy without a password: for development only. */
  | InClusterMongodb
  /** The one that the Secret's connection string names. */
  | { readonly kind: 'external'; readonly port: number };

export interface InClusterMongodb {
  readonly kind: 'in-cluster';
  readonly size: Size;
  /** Size of the volume, such as `1Gi`. */
  readonly storage: string;
}

/** Where telemetry goes. */
export type OpenObserveOptions =
  | InClusterOpenObserve
  /** The one that OPENOBSERVE_URL or OTEL_EXPORTER_OTLP_ENDPOINT names, be it a cloud; none when neither is set. */
  | { readonly kind: 'external' };

/** A single copy, whose data is gone with its volume. PROFILE=light leaves it out of development. */
export interface InClusterOpenObserve {
  readonly kind: 'in-cluster';
  readonly size: Size;
  /** Size of the volume, such as `4Gi`. */
  readonly storage: string;
  /** How long telemetry is kept, days; at least 3 (ZO_COMPACT_DATA_RETENTION_DAYS). */
  readonly retentionDays: number;
}
