/**
 * The service worker: opens the app without a connection, and what its user has looked at. Its fetches
 * are those that no page could tell from the network's; everything that is not named here passes it by.
 */
import { clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { PrecachedFile } from '../../../vite/service-worker.ts';
import { keptKind } from '../kept-requests.ts';
import { asMessage } from '../messages.ts';
import { answerData, answerPicture } from './answers.ts';
import { scope } from './scope.ts';

/** The files of this release; the build puts them here. */
declare const PRECACHED_FILES: PrecachedFile[];

/** Addresses that browsers open and that are not pages of the app: the server's own, and files. */
const notPages = [/^\/(api|shared|health|otlp|\.well-known)(\/|$)/, /\.\w+$/];

clientsClaim();
precacheAndRoute(PRECACHED_FILES, { cleanURLs: false, directoryIndex: '' });
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: notPages }));
registerRoute(({ sameOrigin, url }) => sameOrigin && keptKind(url.pathname) === 'data', answerData);
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && keptKind(url.pathname) === 'pictures',
  answerPicture,
);

// A new release waits until nobody uses the old one any more, or until its user says so.
scope.addEventListener('message', ({ data }) => {
  if (asMessage(data)?.type === 'take-over') void scope.skipWaiting();
});
