import type { EnvoyPlacement } from '../placement.ts';

/** Addresses for tests that never listen. */
export const testPlacement: EnvoyPlacement = {
  ingress: { address: '127.0.0.1', port: 8080 },
  probes: { address: '127.0.0.1', port: 9902 },
  admin: { address: '127.0.0.1', port: 9901 },
  app: { address: '127.0.0.1', port: 3000 },
  ratelimit: { address: '127.0.0.1', port: 8081 },
  ratelimitProbePort: 8080,
  collector: { address: '127.0.0.1', port: 4317 },
  webTelemetry: { address: '127.0.0.1', port: 4319 },
  routesDir: '/etc/envoy/routes',
};
