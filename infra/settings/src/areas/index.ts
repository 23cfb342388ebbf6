import { accountVariables } from './accounts.ts';
import { databaseVariables } from './database.ts';
import { edgeVariables } from './edge.ts';
import { imageVariables } from './images.ts';
import { ingressVariables } from './ingress.ts';
import { kubernetesVariables } from './kubernetes.ts';
import { lifecycleVariables } from './lifecycle.ts';
import { limitVariables } from './limits.ts';
import { localVariables } from './local.ts';
import { loggingVariables } from './logging.ts';
import { openobserveVariables } from './openobserve.ts';
import { rateLimitVariables } from './rate-limit.ts';
import { redisVariables } from './redis.ts';
import { sentryVariables } from './sentry.ts';
import { serverVariables } from './server.ts';
import { telemetryVariables } from './telemetry.ts';

/** Every variable, by area, in the order in which the docs list them. */
export const areas = {
  Server: serverVariables,
  Accounts: accountVariables,
  Database: databaseVariables,
  Pictures: imageVariables,
  Redis: redisVariables,
  'Rate limiting': rateLimitVariables,
  Edge: edgeVariables,
  Ingress: ingressVariables,
  Limits: limitVariables,
  Logging: loggingVariables,
  Telemetry: telemetryVariables,
  OpenObserve: openobserveVariables,
  Sentry: sentryVariables,
  Lifecycle: lifecycleVariables,
  Kubernetes: kubernetesVariables,
  'Local stack': localVariables,
} as const;

export const allVariables = {
  ...serverVariables,
  ...accountVariables,
  ...databaseVariables,
  ...imageVariables,
  ...redisVariables,
  ...rateLimitVariables,
  ...edgeVariables,
  ...ingressVariables,
  ...limitVariables,
  ...loggingVariables,
  ...telemetryVariables,
  ...openobserveVariables,
  ...sentryVariables,
  ...lifecycleVariables,
  ...kubernetesVariables,
  ...localVariables,
};
