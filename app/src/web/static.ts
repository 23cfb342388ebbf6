import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Settings, SettingsError } from '@recipe-book/settings';
import express, { type RequestHandler, Router } from 'express';
import { HttpProblem } from '../http/problem.ts';
import { assets } from './assets.ts';
import { pages } from './pages.ts';
import { type RecipePageParts, RecipePages } from './recipe-pages.ts';
import { webSettings } from './web-settings.ts';

/** Paths that are never pages of the front end. */
const notPages = /^\/(api|health|\.well-known)(\/|$)/;

/**
 * Serves the built front end: files as they are, its settings, and the start page for every address that a
 * browser opens.
 * @param root WEB_ROOT
 * @param recipes what pages of recipes are filled from; default: they come empty.
 * @throws SettingsError when there is no front end.
 */
export function frontEnd(root: string, settings: Settings, recipes?: RecipePageParts): Router {
  if (!existsSync(join(root, 'index.html'))) {
    throw new SettingsError([`WEB_ROOT is "${root}"; there is no index.html in it.`]);
  }
  const router = Router();
  const sendPage = pages(root, recipes && new RecipePages(root, recipes));
  router.use(
    '/assets',
    assets(join(root, 'assets')),
    // Files of a build that was made after the start.
    express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    noSuchAsset,
  );
  router.get('/web-settings.json', webSettings(settings));
  router.use(express.static(root, { cacheControl: false, index: false, setHeaders: revalidate }));
  router.get('/{*path}', async (request, response, next) => {
    if (notPages.test(request.path)) {
      next();
      return;
    }
    // A browser gets the page, a program a problem; whoever asks for the site itself gets it.
    response.vary('Accept');
    if (request.path !== '/' && request.accepts(['json', 'html']) !== 'html') {
      next();
      return;
    }
    revalidate(response);
    await sendPage(request, response);
  });
  return router;
}

/** A missing script must not be answered with a page. */
const noSuchAsset: RequestHandler = (request) => {
  throw new HttpProblem(404, `There is nothing at ${request.originalUrl}.`);
};

function revalidate(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}
