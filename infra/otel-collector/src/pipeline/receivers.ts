import type { CollectorPlacement } from '../placement.ts';
import { statsdReceiver } from './statsd.ts';

/** OTLP from the app and Envoy (gRPC), and from whoever speaks HTTP only; DogStatsD from the ratelimit service. */
export function receivers(placement: CollectorPlacement) {
  const { address, grpcPort, httpPort } = placement;
  return {
    ...statsdReceiver(placement),
    otlp: {
      protocols: {
        grpc: { endpoint: `${address}:${grpcPort}` },
        http: { endpoint: `${address}:${httpPort}` },
      },
    },
  };
}
