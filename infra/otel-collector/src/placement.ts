/** Where the Collector listens and keeps its files. */
export interface CollectorPlacement {
  /** Address of the OTLP listeners; loopback, because only its own pod sends to it. */
  readonly address: string;
  /** OTLP over gRPC. */
  readonly grpcPort: number;
  /** OTLP over HTTP. */
  readonly httpPort: number;
  /** OTLP over HTTP for what browsers send; present where there is an Envoy that passes it on. */
  readonly webPort?: number;
  /** Address of the health check, which whoever watches the process must reach. */
  readonly healthAddress: string;
  readonly healthPort: number;
  /** Folder for telemetry files, written in development. */
  readonly filesDir: string;
  /** Folder for what is still to be sent; made when it is missing. */
  readonly queueDir: string;
  /**
   * Port (UDP) for the metrics of a ratelimit service that has this Collector, and the `service.name` of that;
   * present where there is one.
   */
  readonly statsd?: { readonly port: number; readonly service: string };
}
