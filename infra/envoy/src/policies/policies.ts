import type { Settings } from '@recipe-book/settings';
import { checkPolicies } from './check.ts';
import { overridden } from './overrides.ts';
import type { Policy, Scope } from './policy.ts';

/** A page shows many at once, and browsers send no token for them: they are counted on their own. */
const images: Scope = { paths: ['/api/images/**'] };
/** The API, and the pages of what is shared. */
const api: Scope = { paths: ['/api/**', '/shared/**'] };
/** The app fills them with the recipe, for a cookie that Envoy does not look at: they are nobody's but an address's. */
const recipePages: Scope = { paths: ['/recipes/{id}'], methods: ['GET'] };
/** Whatever may read the database. */
const reading: Scope = { paths: [...api.paths, ...recipePages.paths] };
const allButImages: Scope = { ...api, except: images.paths };
/** Every page that a signed-in person opens asks for it once, before there is a token to count them by. */
const refresh: Scope = { paths: ['/api/auth/refresh'] };
/** What people do who are not signed in. */
const strangers: Scope = { ...api, except: [...images.paths, ...refresh.paths] };
/** What browsers send of themselves. */
const webTelemetry: Scope = { paths: ['/otlp/**'] };
/** The front end, its files, and whatever there is not. Probes are never limited. */
const site: Scope = { paths: ['/**'], except: [...api.paths, ...webTelemetry.paths, '/health/**'] };
const minute = 60;
/** As many reports of errors as two failing pages send. */
const mostErrorReports = 20;

function post(...paths: string[]): Scope {
  return { paths, methods: ['POST'] };
}

/**
 * The product's own limits, with what RATE_LIMIT_OVERRIDES changes.
 * @throws SettingsError when the settings make a policy that cannot be carried out.
 */
export function recipeBookPolicies(settings: Settings): Policy[] {
  const policies = overridden(ownPolicies(settings), settings.RATE_LIMIT_OVERRIDES ?? []);
  checkPolicies(policies);
  return policies;
}

function ownPolicies(settings: Settings): Policy[] {
  return [
    {
      name: 'anonymous',
      client: { by: 'address', anonymousOnly: true },
      scope: strangers,
      requests: settings.RATE_LIMIT_MAX_REQUESTS,
      windowSeconds: settings.RATE_LIMIT_WINDOW,
    },
    {
      name: 'user',
      client: { by: 'user' },
      scope: allButImages,
      requests: settings.RATE_LIMIT_AUTH_MAX_REQUESTS,
      windowSeconds: settings.RATE_LIMIT_AUTH_WINDOW,
    },
    {
      name: 'images',
      client: { by: 'address' },
      scope: images,
      requests: settings.RATE_LIMIT_IMAGES_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'login',
      client: { by: 'address' },
      scope: post('/api/auth/login'),
      requests: settings.RATE_LIMIT_LOGIN_MAX_REQUESTS,
      windowSeconds: minute,
      whenUnavailable: settings.RATE_LIMIT_LOGIN_WHEN_UNAVAILABLE,
    },
    {
      name: 'refresh',
      client: { by: 'address' },
      scope: refresh,
      requests: settings.RATE_LIMIT_REFRESH_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'register',
      client: { by: 'address' },
      scope: post('/api/auth/register'),
      requests: settings.RATE_LIMIT_REGISTER_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'password-reset',
      client: { by: 'address' },
      scope: post('/api/auth/forgot-password', '/api/auth/reset-password'),
      requests: settings.RATE_LIMIT_PASSWORD_RESET_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'site',
      client: { by: 'address' },
      scope: site,
      requests: settings.RATE_LIMIT_SITE_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'recipe-pages',
      client: { by: 'address' },
      scope: recipePages,
      requests: settings.RATE_LIMIT_RECIPE_PAGES_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'web-telemetry',
      client: { by: 'address' },
      scope: webTelemetry,
      requests: settings.RATE_LIMIT_WEB_TELEMETRY_MAX_REQUESTS,
      windowSeconds: minute,
    },
    // One sender must not use up what the app passes on for all.
    ...(settings.SENTRY_ENABLED
      ? [
          {
            name: 'error-reports',
            client: { by: 'address' as const },
            scope: post('/error-reports'),
            requests: mostErrorReports,
            windowSeconds: minute,
          },
        ]
      : []),
    {
      name: 'global',
      client: { by: 'everyone' },
      scope: reading,
      requests: settings.RATE_LIMIT_GLOBAL_MAX_REQUESTS,
      windowSeconds: 1,
    },
  ];
}
