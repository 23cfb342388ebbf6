import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts source maps, which hold the whole source, into a folder of their own instead of the one that is served.
 * `make sourcemaps` uploads them.
 */
export function sourceMapsApart(): Plugin {
  const folder = join(import.meta.dirname, '../source-maps');
  return {
    name: 'source-maps-apart',
    apply: 'build',
    generateBundle: {
      // After Vite, which adds a line to some scripts, and to their maps.
      order: 'post',
      handler(_options, bundle) {
        rmSync(folder, { recursive: true, force: true });
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type !== 'asset' || !name.endsWith('.map')) continue;
          const path = join(folder, name);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, file.source);
          delete bundle[name];
        }
      },
    },
  };
}
