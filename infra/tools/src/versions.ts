/**
 * Every version that the product is built with, in one place. Local tools install exactly these;
 * the container images are named after them. Node's stands in `.node-version` at the root.
 */
export const versions = {
  envoy: '1.40.0',
  /** The service has no release tags: a commit, as the image tag has it and as Go names it. */
  ratelimit: '3fb70258',
  ratelimitModule: 'v1.4.1-0.20260122083618-3fb702589d36',
  collector: '0.161.0',
  /** The oldest major version that fits. */
  redis: '7',
  /** The embedded server that speaks MongoDB's protocol, for machines without `mongod`. */
  secantus: '0.5.3-beta.193',
  kubeconform: '0.8.0',
  kubeScore: '1.20.0',
  /** Looks for insecure manifests; what it needs itself stands in checkov.txt. */
  checkov: '3.3.30',
  /** An S3-compatible server, for tests of the store of pictures. */
  versitygw: '1.8.0',
  /** Runs the PromQL of alerts and dashboards, for tests. From 3.10 on it can be built without what finds targets. */
  prometheus: '0.316.0',
  /** The engine of OpenObserve's SQL, for tests; what it needs itself stands in datafusion.txt. */
  datafusion: '55.0.0',
  /** Tries the API out; what it needs itself stands in schemathesis.txt. */
  schemathesis: '4.32.5',
  /** Takes what is sent to Sentry; what it needs itself stands in bugsink.txt. */
  bugsink: '2.6.2',
  /** Sends the requests of the comparison that `make bench` makes. */
  vegeta: '12.13.0',
  /** Its release decides which Kubernetes its clusters run. */
  kind: '0.33.0',
  /** Puts load on the product; `@types/k6` describes its API. */
  k6: '1.8.1',
  /** The Python package whose wheel holds the Kubernetes schemas. */
  kubernetesSchemas: '1.37.0',
  /** The Kubernetes release that manifests are checked against. */
  kubernetes: '1.34.0',
} as const;
