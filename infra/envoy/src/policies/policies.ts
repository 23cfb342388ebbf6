import type { Settings } from '@recipe-book/settings';
import type { Policy, Scope } from './policy.ts';

/** What reads the database. */
const api: Scope = { match: 'prefix', paths: ['/api/', '/shared/'] };
/** A page shows many at once, and browsers send no token for them: they are counted on their own. */
const images: Scope = { match: 'prefix', paths: ['/api/images/'] };
const allButImages: Scope = { ...api, except: images.paths };
const minute = 60;

function post(...paths: string[]): Scope {
  return { match: 'exact', paths, method: 'POST' };
}

/** The product's own limits. A request is counted by each policy whose scope and client fit it. */
export function recipeBookPolicies(settings: Settings): Policy[] {
  return [
    {
      name: 'anonymous',
      client: 'anonymous-address',
      scope: allButImages,
      requests: settings.RATE_LIMIT_MAX_REQUESTS,
      windowSeconds: settings.RATE_LIMIT_WINDOW,
    },
    {
      name: 'user',
      client: 'user',
      scope: allButImages,
      requests: settings.RATE_LIMIT_AUTH_MAX_REQUESTS,
      windowSeconds: settings.RATE_LIMIT_AUTH_WINDOW,
    },
    {
      name: 'images',
      client: 'address',
      scope: images,
      requests: settings.RATE_LIMIT_IMAGES_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'login',
      client: 'address',
      scope: post('/api/auth/login'),
      requests: settings.RATE_LIMIT_LOGIN_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'register',
      client: 'address',
      scope: post('/api/auth/register'),
      requests: settings.RATE_LIMIT_REGISTER_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'password-reset',
      client: 'address',
      scope: post('/api/auth/forgot-password', '/api/auth/reset-password'),
      requests: settings.RATE_LIMIT_PASSWORD_RESET_MAX_REQUESTS,
      windowSeconds: minute,
    },
    {
      name: 'global',
      client: 'everyone',
      scope: api,
      requests: settings.RATE_LIMIT_GLOBAL_MAX_REQUESTS,
      windowSeconds: 1,
    },
  ];
}
