import type { Settings } from '@recipe-book/settings';
import express, { type Express, type RequestHandler } from 'express';
import { keySet } from '../auth/key-set.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { ErrorReports } from '../error-reports/reports.ts';
import type { Health } from '../health/health.ts';
import { healthRoutes } from '../health/routes.ts';
import type { Logger } from '../logging/logger.ts';
import { apiDocs } from '../openapi/docs/route.ts';
import { openApi } from '../openapi/route.ts';
import type { RecipePageParts } from '../web/recipe-pages.ts';
import { frontEnd } from '../web/static.ts';
import { accessLog } from './access-log.ts';
import { countActive } from './active-requests.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { Endpoint } from './endpoint.ts';
import { answerErrors, notFound } from './errors.ts';
import { mount } from './mount.ts';
import { receive } from './receive.ts';
import { requestContext } from './request-context.ts';
import { takeTurns } from './take-turns.ts';

/** Requests begun in a turn of the event loop: a turn then takes some milliseconds (decision 36). */
const begunInTurn = 2;

/** What the app is made of. */
export interface AppParts {
  readonly logger: Logger;
  readonly health: Health;
  readonly tokens: Tokens;
  readonly endpoints: readonly Endpoint[];
  /** Fails when a request that needs the database cannot be served. */
  readonly assertUsable: () => Promise<void>;
  /** Default: nowhere. */
  readonly errorReports?: ErrorReports;
  /** What pages of recipes are filled from; default: they come empty. */
  readonly recipePages?: RecipePageParts;
  readonly settings: Settings;
}

/** The whole chain, in the order in which a request goes through it. */
export function createApp(parts: AppParts): Express {
  const { settings, errorReports } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(requestContext, accessLog(parts.logger));
  app.use(healthRoutes(parts.health));
  app.use(countActive());
  app.use(takeTurns(begunInTurn));
  app.get('/.well-known/jwks.json', keySet(parts.tokens));
  app.get('/api/openapi.json', openApi(parts.endpoints));
  app.use(apiDocs());
  if (errorReports?.fromBrowsers) app.use(errorReports.fromBrowsers);
  app.use(
    mount(parts.endpoints, (operation) => [
      refuseCrossSite(settings.CORS_ORIGINS),
      usable(parts.assertUsable),
      ...receive(operation, settings.MAX_BODY_SIZE),
    ]),
  );
  if (settings.WEB_ROOT !== undefined) {
    app.use(frontEnd(settings.WEB_ROOT, settings, parts.recipePages));
  }
  app.use(notFound, answerErrors(parts.logger, errorReports));
  return app;
}

function usable(assertUsable: () => Promise<void>): RequestHandler {
  return async (_request, _response, next) => {
    await assertUsable();
    next();
  };
}
