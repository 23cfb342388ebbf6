import { z } from 'zod';
import { flag, flagAllowed, ratio, ratioAllowed, urlAllowed, urlOf } from '../types.ts';
import { environments, variables } from '../variable.ts';

/** A project in Sentry and the key that may send to it: `https://KEY@HOST/PROJECT` (Sentry's documentation, DSN). */
const dsn = urlOf('http', 'https').refine((text) => {
  const url = URL.parse(text);
  return url !== null && url.username !== '' && /\/\d+$/.test(url.pathname);
});

/** Names in addresses of Sentry. */
const slug = z.string().regex(/^[\w-]{1,64}$/);
const slugAllowed = 'letters, digits, - and _';

/** Optional second place for unhandled exceptions (REQ-018 FR-018-3). */
export const sentryVariables = variables({
  SENTRY_ENABLED: {
    schema: flag,
    default: 'false',
    allowed: flagAllowed,
    readers: ['app', 'envoy', 'ratelimit', 'synth'],
    effect: 'Whether unhandled exceptions of the server and of browsers are reported to Sentry.',
  },
  SENTRY_DSN: {
    schema: dsn,
    allowed: 'a DSN such as https://key@sentry.example/1',
    readers: ['app'],
    effect: 'Project in Sentry to report to. Browsers never see it.',
    secret: true,
  },
  SENTRY_ENVIRONMENT: {
    schema: z.string().regex(/^[^\s/]{1,64}$/),
    default: { development: 'development', staging: 'staging', production: 'production' },
    allowed: `a name without spaces, such as ${environments.join(', ')}`,
    readers: ['app'],
    effect: 'Environment shown in Sentry.',
  },
  SENTRY_TRACES_SAMPLE_RATE: {
    schema: ratio,
    default: '0.0',
    allowed: ratioAllowed,
    readers: [],
    effect:
      'Share of traces sent to Sentry. More than 0 is refused while SENTRY_ENABLED is true: traces go to the Collector alone, which removes secrets.',
  },
  SENTRY_URL: {
    schema: urlOf('http', 'https'),
    default: 'https://sentry.io/',
    allowed: urlAllowed('http', 'https'),
    readers: ['make'],
    effect: 'Sentry that `make sourcemaps` uploads to.',
  },
  SENTRY_ORG: {
    schema: slug,
    allowed: slugAllowed,
    readers: ['make'],
    effect: 'Organization there.',
  },
  SENTRY_PROJECT: {
    schema: slug,
    allowed: slugAllowed,
    readers: ['make'],
    effect: 'Project there.',
  },
  SENTRY_AUTH_TOKEN: {
    schema: z.string().regex(/^[\x21-\x7e]{8,2000}$/),
    allowed: 'at least 8 characters without spaces',
    readers: ['make'],
    effect: 'What lets `make sourcemaps` upload: a token with the right org:ci.',
    secret: true,
  },
});
