import { integer, integerAllowed } from '../types.ts';
import { variables } from '../variable.ts';

/** Probes and shutting down (REQ-018 FR-018-4, FR-018-6). Milliseconds. */
export const lifecycleVariables = variables({
  HEALTH_CHECK_TIMEOUT: {
    schema: integer(100, 60_000),
    default: '5000',
    allowed: `${integerAllowed(100, 60_000)}, in milliseconds`,
    readers: ['app', 'envoy', 'synth'],
    effect: 'How long a readiness check may take.',
  },
  SHUTDOWN_DRAIN_DELAY: {
    schema: integer(0, 60_000),
    default: { development: '500', staging: '2000', production: '2000' },
    allowed: `${integerAllowed(0, 60_000)}, in milliseconds`,
    readers: ['app', 'synth'],
    effect:
      'How long the app still accepts requests after SIGTERM, not ready and with `Connection: close`, so that Envoy lets go of its connections.',
  },
  SHUTDOWN_TIMEOUT: {
    schema: integer(1000, 600_000),
    default: '30000',
    allowed: `${integerAllowed(1000, 600_000)}, in milliseconds`,
    readers: ['app', 'make', 'synth'],
    effect: 'How long requests in flight may take to finish after SIGTERM.',
  },
});
