import type { CollectorPlacement } from '../placement.ts';

/** OTLP from the app, Envoy and (over HTTP) the browser. */
export function receivers({ address, grpcPort, httpPort }: CollectorPlacement) {
  return {
    otlp: {
      protocols: {
        grpc: { endpoint: `${address}:${grpcPort}` },
        http: { endpoint: `${address}:${httpPort}` },
      },
    },
  };
}
