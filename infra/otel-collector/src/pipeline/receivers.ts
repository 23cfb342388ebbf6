import type { CollectorPlacement } from '../placement.ts';

/** OTLP from the app and Envoy (gRPC), and from whoever speaks HTTP only. */
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
