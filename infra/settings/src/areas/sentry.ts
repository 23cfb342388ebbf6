import { z } from 'zod';
import { flag, flagAllowed, ratio, ratioAllowed, urlAllowed, urlOf } from '../types.ts';
import { environments, variables } from '../variable.ts';

/** Optional second place for unhandled exceptions (REQ-018 FR-018-3); checked, but SENTRY_ENABLED is refused until the app reports there. */
export const sentryVariables = variables({
  SENTRY_ENABLED: {
    schema: flag,
    default: 'false',
    allowed: flagAllowed,
    readers: [],
    effect:
      'Whether unhandled exceptions are reported to Sentry. Refused while true: the app does not report there yet, nor read the other variables of this area.',
  },
  SENTRY_DSN: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: [],
    effect: 'Project in Sentry to report to.',
    secret: true,
  },
  SENTRY_ENVIRONMENT: {
    schema: z.string().regex(/^[^\s/]{1,64}$/),
    default: { development: 'development', staging: 'staging', production: 'production' },
    allowed: `a name without spaces, such as ${environments.join(', ')}`,
    readers: [],
    effect: 'Environment shown in Sentry.',
  },
  SENTRY_TRACES_SAMPLE_RATE: {
    schema: ratio,
    default: '0.0',
    allowed: ratioAllowed,
    readers: [],
    effect: 'Share of traces sent to Sentry besides OpenTelemetry.',
  },
});
