import { z } from 'zod';
import { overrides, overridesAllowed } from '../rate-limit-overrides.ts';
import { duration, integer, integerAllowed } from '../types.ts';
import { variables } from '../variable.ts';

const count = { schema: integer(1, 1_000_000_000), allowed: integerAllowed(1, 1_000_000_000) };
const window = {
  schema: duration.refine((seconds) => 86_400 % seconds === 0),
  allowed: 'a length of time that divides an hour or a day, such as 30s, 15min, 6h',
};
const readers = ['envoy', 'ratelimit', 'synth'] as const;

/** How much each kind of client may ask for (REQ-018 FR-018-1); the policies themselves are in infra/envoy. */
export const rateLimitVariables = variables({
  RATE_LIMIT_WINDOW: {
    ...window,
    default: '15min',
    readers,
    effect: 'Window of the limit for anonymous clients, per address.',
  },
  RATE_LIMIT_MAX_REQUESTS: {
    ...count,
    default: '100',
    readers,
    effect: 'Requests that an anonymous client may make in a window.',
  },
  RATE_LIMIT_AUTH_WINDOW: {
    ...window,
    default: '15min',
    readers,
    effect: 'Window of the limit for signed-in users.',
  },
  RATE_LIMIT_AUTH_MAX_REQUESTS: {
    ...count,
    default: '300',
    readers,
    effect: 'Requests that a signed-in user may make in a window, from all devices together.',
  },
  RATE_LIMIT_IMAGES_MAX_REQUESTS: {
    ...count,
    default: '600',
    readers,
    effect:
      'Files of pictures per address and minute; no other limit but the global one counts them.',
  },
  RATE_LIMIT_LOGIN_MAX_REQUESTS: {
    ...count,
    default: '10',
    readers,
    effect: 'Sign-in attempts per address and minute.',
  },
  RATE_LIMIT_LOGIN_WHEN_UNAVAILABLE: {
    schema: z.enum(['allow', 'deny']),
    default: 'allow',
    allowed: 'allow or deny',
    readers: ['envoy', 'synth'],
    effect:
      'Sign-in attempts while nobody can count them: `allow` lets them pass, `deny` answers 503.',
  },
  RATE_LIMIT_REFRESH_MAX_REQUESTS: {
    ...count,
    default: '300',
    readers,
    effect:
      'Renewals of sessions per address and minute: each page that a signed-in person opens is one.',
  },
  RATE_LIMIT_REGISTER_MAX_REQUESTS: {
    ...count,
    default: '10',
    readers,
    effect: 'Registrations per address and minute.',
  },
  RATE_LIMIT_PASSWORD_RESET_MAX_REQUESTS: {
    ...count,
    default: '5',
    readers,
    effect: 'Password-reset requests per address and minute.',
  },
  RATE_LIMIT_SITE_MAX_REQUESTS: {
    ...count,
    default: '3000',
    readers,
    effect:
      'Requests per address and minute for everything that is not API, picture, shared recipe, telemetry or probe: pages, their files, unknown paths. A first visit asks for some 180 of them, with what is kept for offline.',
  },
  RATE_LIMIT_RECIPE_PAGES_MAX_REQUESTS: {
    ...count,
    default: '240',
    readers,
    effect:
      'Pages of recipes per address and minute that are opened by their address, which the app fills; a move within the app is none. The limit of the site counts them too.',
  },
  RATE_LIMIT_WEB_TELEMETRY_MAX_REQUESTS: {
    ...count,
    default: '60',
    readers,
    effect: 'Requests with telemetry from browsers per address and minute.',
  },
  RATE_LIMIT_GLOBAL_MAX_REQUESTS: {
    ...count,
    default: '10000',
    readers,
    effect:
      'Requests to the API, and for pages that are filled from the database, per second of all clients and pods together.',
  },
  RATE_LIMIT_OVERRIDES: {
    schema: overrides,
    allowed: overridesAllowed,
    readers,
    effect:
      'Changes policies by name, after all other settings; `make limits` lists them. `shadow` counts and reports but refuses nothing.',
  },
});
