import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { appManifest } from './vite/app-manifest.ts';
import { compressed } from './vite/compressed.ts';
import { pages } from './vite/pages.ts';
import { serviceWorker } from './vite/service-worker.ts';
import { sourceMapsApart } from './vite/source-maps-apart.ts';
import { texts } from './vite/texts.ts';

/** What runs before the libraries are there. */
const earlyModules = /src\/(early\/|auth\/(kept-user|renewal)|recipes\/(paths|list\/page-number))/;

/** What most pages share. */
const frameModules =
  /src\/(api|app|auth|error-reports|recipes\/dish|telemetry|texts|ui|web-settings)/;

function areaOf(module: string): string | null {
  return /web\/src\/(\w+)\//.exec(module)?.[1] ?? null;
}

/**
 * Builds hashed assets into `dist`. The page allows no inline script or style, so nothing is
 * inlined, and every target browser knows module preloading.
 */
export default defineConfig({
  plugins: [
    texts(),
    react(),
    appManifest(),
    sourceMapsApart(),
    pages(),
    serviceWorker(),
    compressed(),
  ],
  server: {
    proxy: Object.fromEntries(
      ['/api', '/error-reports', '/otlp', '/web-settings.json'].map((path) => [
        path,
        'http://localhost:8080',
      ]),
    ),
  },
  build: {
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // One small file: the first picture waits for its styles, and each further file would take a connection of its own.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    // No file names its map; each ends with an id that its map has too (TC39, source map debug ids).
    sourcemap: 'hidden',
    rolldownOptions: {
      output: {
        sourcemapDebugIds: true,
        // Libraries change rarely: kept apart, they stay in the browser's cache when the app changes.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'early', test: earlyModules },
            { name: 'react', test: /react-dom\/(client|cjs\/react-dom-client)/ },
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|react-router|scheduler|@lingui)\/|preload-helper/,
            },
            {
              name: 'signed-in',
              test: /node_modules\/@tanstack\/|src\/(app\/SignedInArea|api\/(query-client|retry-policy))/,
            },
            { name: 'app', test: frameModules, minShareCount: 3 },
            // What pages of one area share, in one file of it instead of many small ones.
            { name: areaOf, test: /web\/src\/\w+\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
