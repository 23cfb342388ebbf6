import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { appManifest } from './vite/app-manifest.ts';
import { chunks } from './vite/chunks.ts';
import { compiledAtOnce, compileHint } from './vite/compile-hint.ts';
import { compressed } from './vite/compressed.ts';
import { pages } from './vite/pages.ts';
import { serviceWorker } from './vite/service-worker.ts';
import { sourceMapsApart } from './vite/source-maps-apart.ts';
import { texts } from './vite/texts.ts';
import { zodJitless } from './vite/zod-jitless.ts';

/**
 * Builds hashed assets into `dist`. No page allows an inline script or style, but
 * a recipe's page what stands in it by hash (`vite/in-page.ts`), so nothing else is inlined, and every target browser knows module preloading.
 */
export default defineConfig({
  plugins: [
    texts(),
    zodJitless(),
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
    modulePreload: { polyfill: false },
    // No file names its map; each ends with an id that its map has too (TC39, source map debug ids).
    sourcemap: 'hidden',
    rolldownOptions: {
      output: {
        sourcemapDebugIds: true,
        codeSplitting: chunks,
        postBanner: ({ name }) => (compiledAtOnce.test(name) ? compileHint : ''),
      },
    },
  },
});
