/** Where something listens, as the one who connects sees it. */
export interface Endpoint {
  /** IP address or host name. */
  readonly address: string;
  readonly port: number;
}

/** A Unix socket. */
export interface SocketPath {
  readonly path: string;
}

/** A certificate with its key, as files that Envoy reads, and reads again when they are renewed. */
export interface TlsFiles {
  /** PEM: the certificate, then those that vouch for it. */
  readonly certificate: string;
  /** PEM: its private key. */
  readonly key: string;
  /** The file that names them to Envoy; `certificateSecret` gives its content. */
  readonly secretFile: string;
}

/**
 * All that differs between a laptop and a pod: addresses and ports.
 * Everything else in the generated configs is the same.
 */
export interface EnvoyPlacement {
  /** Where clients connect. */
  readonly ingress: Endpoint;
  /** Present when clients connect by TLS. */
  readonly tls?: TlsFiles;
  /** Where the probes of the app are answered besides, for the platform alone. */
  readonly probes: Endpoint;
  /** Envoy's admin interface; must be a loopback address. */
  readonly admin: Endpoint;
  /** The app in the same pod. */
  readonly app: Endpoint | SocketPath;
  /** The shared ratelimit service (gRPC). */
  readonly ratelimit: Endpoint | SocketPath;
  /** Where each of its servers takes probes (HTTP); one on a Unix socket does so on loopback. */
  readonly ratelimitProbePort: number;
  /** The Collector in the same pod (OTLP over gRPC). */
  readonly collector: Endpoint;
  /** The same Collector, where it takes what browsers send (OTLP over HTTP). */
  readonly webTelemetry: Endpoint;
  /** Folder of the routes alone, which Envoy watches. */
  readonly routesDir: string;
  /** Folder of the API keys alone, which Envoy watches; without it there are no API keys. */
  readonly apiKeysDir?: string;
}
