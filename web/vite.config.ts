import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { texts } from './vite/texts.ts';

/**
 * Puts source maps, which hold the whole source, into a folder of their own instead of the one that is served.
 * `make sourcemaps` uploads them.
 */
function sourceMapsApart(): Plugin {
  const folder = join(import.meta.dirname, 'source-maps');
  return {
    name: 'source-maps-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      rmSync(folder, { recursive: true, force: true });
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'asset' || !name.endsWith('.map')) continue;
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.source);
        delete bundle[name];
      }
    },
  };
}

/**
 * Builds hashed assets into `dist`. The page allows no inline script or style, so nothing is
 * inlined, and every target browser knows module preloading.
 */
export default defineConfig({
  plugins: [texts(), react(), sourceMapsApart()],
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
        // Libraries change rarely: kept apart, they stay in the browser's cache when the app changes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'router', test: /node_modules\/react-router\// },
            { name: 'query', test: /node_modules\/@tanstack\// },
          ],
        },
      },
    },
  },
});
