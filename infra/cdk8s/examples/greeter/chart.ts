import {
  ConfigFile,
  DenyAll,
  hardenedContainer,
  images,
  podPlacements,
  RatelimitService,
  ratelimitRoot,
  resources,
  SidecarApp,
  SingleServer,
  Traffic,
  tcpProbe,
} from '@recipe-book/cdk8s';
import {
  envoyBootstrap,
  envoyRoutes,
  type Product,
  rateLimitConfig,
  rateLimitEnvironment,
} from '@recipe-book/envoy';
import { collectorConfig } from '@recipe-book/otel-collector';
import { redisConfig } from '@recipe-book/redis';
import { loadSettings, redisNodes } from '@recipe-book/settings';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { greeterPolicies } from './policies.ts';

/** Nobody signs in, so it has no tokens. */
export const greeter: Product = { name: 'greeter' };

const names = { app: 'greeter', ratelimit: 'greeter-ratelimit', redis: 'greeter-redis' } as const;
const ports = { ingress: 8080, ratelimitGrpc: 8081, ratelimitHttp: 8080, redis: 6379 } as const;
const anywhere = '0.0.0.0';
const socket = '/run/greeter/app.sock';
const small = { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' } as const;

export const greeterSettings = loadSettings({
  APP_ENV: 'production',
  OTEL_SERVICE_NAME: names.app,
  TRUSTED_PROXY_HOPS: '1',
  REDIS_URL: `redis://${names.redis}:${ports.redis}`,
  REDIS_KEY_PREFIX: `${names.app}:`,
  WEB_TELEMETRY: 'false',
});

export const greeterPlacements = podPlacements({
  ingressPort: ports.ingress,
  app: { path: socket },
  ratelimit: {
    name: names.ratelimit,
    grpcPort: ports.ratelimitGrpc,
    httpPort: ports.ratelimitHttp,
  },
});

/** Another app on the same constructs: its sidecars, its rate limits with a Redis to count in, and its connections. */
export class GreeterChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: names.app, labels: { 'app.kubernetes.io/part-of': names.app } });
    new DenyAll(this, 'deny-all');
    this.#app();
    this.#ratelimit();
    this.#redis();
  }

  #app(): void {
    const { envoy, collector } = greeterPlacements;
    new SidecarApp(this, 'app', {
      name: names.app,
      replicas: { minReplicas: 2, maxReplicas: 5, cpuUtilization: 70 },
      app: {
        image: 'greeter:1.0.0',
        size: small,
        env: [{ name: 'SOCKET_PATH', value: socket }],
      },
      envoy: {
        image: images.envoy,
        size: { ...small, memoryLimit: '256Mi' },
        placement: envoy,
        config: envoyBootstrap(greeterSettings, envoy, greeter),
        routes: envoyRoutes(greeterSettings, greeterPolicies, greeter),
      },
      collector: {
        image: images.collector,
        size: { ...small, memoryLimit: '320Mi' },
        placement: collector,
        config: collectorConfig(greeterSettings, collector),
      },
      timing: {
        healthCheckTimeout: greeterSettings.HEALTH_CHECK_TIMEOUT,
        drainDelay: greeterSettings.SHUTDOWN_DRAIN_DELAY,
        shutdownTimeout: 5000,
      },
      ingress: {
        host: 'greeter.example',
        className: 'nginx',
        tlsSecret: 'greeter-tls',
        clusterIssuer: 'letsencrypt',
      },
    });
    new Traffic(this, 'app-traffic', {
      component: names.app,
      // The ingress controller alone, which says whose request it is.
      from: [{ namespace: 'ingress-nginx', port: ports.ingress }],
      to: [
        { component: names.ratelimit, port: ports.ratelimitGrpc },
        { component: names.ratelimit, port: ports.ratelimitHttp },
      ],
    });
  }

  #ratelimit(): void {
    const env = rateLimitEnvironment(greeterSettings, {
      grpc: { address: anywhere, port: ports.ratelimitGrpc },
      http: { address: anywhere, port: ports.ratelimitHttp },
      debug: { address: '127.0.0.1', port: 6070 },
      redis: redisNodes(greeterSettings),
      runtimeRoot: ratelimitRoot,
    });
    new RatelimitService(this, 'ratelimit', {
      name: names.ratelimit,
      image: images.ratelimit,
      replicas: 2,
      size: small,
      limits: rateLimitConfig(greeterPolicies, greeter),
      env: Object.entries(env).map(([name, value]) => ({ name, value })),
      grpcPort: ports.ratelimitGrpc,
      httpPort: ports.ratelimitHttp,
    });
    new Traffic(this, 'ratelimit-traffic', {
      component: names.ratelimit,
      from: [
        { component: names.app, port: ports.ratelimitGrpc },
        { component: names.app, port: ports.ratelimitHttp },
      ],
      to: [{ component: names.redis, port: ports.redis }],
    });
  }

  #redis(): void {
    const dataDir = '/data';
    const config = new ConfigFile(this, 'redis-config', {
      name: names.redis,
      fileName: 'redis.conf',
      content: redisConfig({ address: anywhere, port: ports.redis, dataDir }),
    });
    new SingleServer(this, 'redis', {
      name: names.redis,
      port: ports.redis,
      container: {
        ...hardenedContainer,
        name: 'redis',
        image: images.redis,
        command: ['redis-server', '/etc/redis/redis.conf'],
        // Its config lets it keep 128 MB.
        resources: resources({ ...small, memoryLimit: '320Mi' }),
        volumeMounts: [config.mountAt('/etc/redis')],
        readinessProbe: { exec: { command: ['redis-cli', '-e', 'ping'] }, timeoutSeconds: 3 },
        livenessProbe: tcpProbe(ports.redis, { timeoutSeconds: 3 }),
      },
      dataDir,
      storage: '256Mi',
      volumes: [config.volume],
    });
    new Traffic(this, 'redis-traffic', {
      component: names.redis,
      from: [{ component: names.ratelimit, port: ports.redis }],
      to: [],
    });
  }
}
