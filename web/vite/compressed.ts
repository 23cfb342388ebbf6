import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this a compressed file saves less than its headers take, in bytes; Envoy has the same limit. */
export const leastToCompress = 1024;

/**
 * Puts each text of `assets` beside it as brotli and gzip make it at their best, which takes too long for a visitor
 * to wait for. The app sends them to whoever takes them.
 */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '.' }) {
      for (const name of globSync('assets/*.{css,js,json,svg}', { cwd: dir })) {
        const path = join(dir, name);
        const bytes = readFileSync(path);
        if (bytes.length < leastToCompress) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}
