/** Every container image, pinned to one release. */
export const images = {
  app: 'recipe-book/app:2.1.5',
  envoy: 'envoyproxy/envoy:v1.40.0',
  ratelimit: 'envoyproxy/ratelimit:3fb70258',
  collector: 'otel/opentelemetry-collector-contrib:0.161.0',
  redis: 'redis:7.4.7',
  mongodb: 'mongo:8.0.20',
  openobserve: 'openobserve/openobserve:v0.92.2',
} as const;
