import type { Settings } from '@recipe-book/settings';
import type { JsonObject } from '../json.ts';
import { clusterNames } from '../names.ts';
import { toApp } from './to-app.ts';
import { tooLarge } from './too-large.ts';

/**
 * A picture may wait for its turn to be received (15 s) and to be decoded (20 s), be fetched from
 * another site (10 s) and take long to decode (10 s).
 */
const pictureToApp: JsonObject = { ...toApp, timeout: '60s' };

/** What may be larger than other bodies, and how large, in bytes. */
export function largeBodies(settings: Settings): JsonObject[] {
  const pictures = { safe_regex: { regex: '/api/recipes/([0-9a-f]{24}|import)/image' } };
  const imports = { path: '/api/import' };
  const pages = { path: '/api/recipes/import' };
  return [
    tooLarge(pages, settings.MAX_PAGE_SIZE, toApp),
    { match: pages, request_body_buffer_limit: settings.MAX_PAGE_SIZE, route: toApp },
    tooLarge(pictures, settings.MAX_IMAGE_SIZE, toApp),
    // Kept whole, like other requests, while the app restarts. An import is not: it is too large for that.
    { match: pictures, request_body_buffer_limit: settings.MAX_IMAGE_SIZE, route: pictureToApp },
    tooLarge(imports, settings.MAX_IMPORT_SIZE, toApp),
    // When the last of the file has come, its pictures and what points to recipes are still to be stored.
    { match: imports, route: { ...toApp, timeout: '60s' } },
  ];
}

/**
 * Server-sent events of a shopping list: open for long, but never silent for long, because the app
 * sends a heartbeat every 15 s. Clients connect again by themselves.
 */
const eventStream: JsonObject = {
  match: {
    safe_regex: { regex: '/api/shopping-lists/[0-9a-f]{24}/events' },
    headers: [{ name: ':method', string_match: { exact: 'GET' } }],
  },
  route: { cluster: clusterNames.app, timeout: '0s', idle_timeout: '60s' },
};

/** The file of everything takes as long as the client takes to read it, if it goes on reading. */
const exports: JsonObject = {
  match: { path: '/api/export' },
  route: { ...toApp, timeout: '0s', idle_timeout: '60s' },
};

/** What may go on for longer than other answers. */
export const longAnswers: readonly JsonObject[] = [eventStream, exports];
