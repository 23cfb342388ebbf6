import type { Settings } from '@recipe-book/settings';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { healthRoutes } from '../../../../app/src/health/routes.ts';
import { accessLog } from '../../../../app/src/http/access-log.ts';
import { countActive } from '../../../../app/src/http/active-requests.ts';
import type { AppParts } from '../../../../app/src/http/app.ts';
import { answerErrors, notFound } from '../../../../app/src/http/errors.ts';
import { mount } from '../../../../app/src/http/mount.ts';
import { receive } from '../../../../app/src/http/receive.ts';
import { requestContext } from '../../../../app/src/http/request-context.ts';
import { frontEnd } from '../../../../app/src/web/static.ts';
import { requestId, verifyToken } from './identity.ts';

/** What the app in one process is made of. */
type FatAppParts = Pick<AppParts, 'logger' | 'health' | 'tokens' | 'endpoints' | 'settings'> & {
  readonly limits: RequestHandler;
};

/** The app's own routes behind all that the platform does otherwise, in the order in which it does it. */
export function createFatApp({
  logger,
  health,
  tokens,
  endpoints,
  settings,
  limits,
}: FatAppParts): Express {
  const app = express().disable('x-powered-by').set('query parser', 'simple');
  app.use(requestId, verifyToken(tokens, settings), requestContext, accessLog(logger));
  app.use(healthRoutes(health), countActive(), limits, compressed(settings));
  app.use(mount(endpoints, (operation) => receive(operation, settings.MAX_BODY_SIZE)));
  if (settings.WEB_ROOT !== undefined) app.use(frontEnd(settings.WEB_ROOT, settings));
  return app.use(notFound, answerErrors(logger));
}

/** As much as Envoy compresses. */
function compressed({ COMPRESSION_LEVEL: level }: Settings): RequestHandler {
  return compression({ level, threshold: 1024 });
}
