/**
 * The service worker: opens the app without a connection, and what its user has looked at. Its fetches
 * are those that no page could tell from the network's; everything that is not named here passes it by.
 */
import { clientsClaim } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { PrecachedFile } from '../../../vite/service-worker.ts';
import { keptKind } from '../kept-requests.ts';
import { asMessage } from '../messages.ts';
import { answerData, answerPicture } from './answers.ts';
import { chosenLanguage } from './chosen-language.ts';
import { openApp } from './notifications.ts';
import { type BuiltPages, languageOf, notPages, pageFile } from './pages.ts';
import { scope } from './scope.ts';

/** The files of this release, and which page is whose; the build puts both here. */
declare const PRECACHED_FILES: PrecachedFile[];
declare const BUILT_PAGES: BuiltPages;

clientsClaim();
precacheAndRoute(PRECACHED_FILES, { cleanURLs: false, directoryIndex: '' });
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      const language = languageOf(BUILT_PAGES, [
        ...(await chosenLanguage()),
        ...navigator.languages,
      ]);
      const file = pageFile(BUILT_PAGES, language, new URL(request.url).pathname);
      return (await matchPrecache(file)) ?? (await matchPrecache('/index.html')) ?? fetch(request);
    },
    { denylist: notPages },
  ),
);
registerRoute(({ sameOrigin, url }) => sameOrigin && keptKind(url.pathname) === 'data', answerData);
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && keptKind(url.pathname) === 'pictures',
  answerPicture,
);

// A new release waits until nobody uses the old one any more, or until its user says so.
scope.addEventListener('message', ({ data }) => {
  if (asMessage(data)?.type === 'take-over') void scope.skipWaiting();
});

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});
