import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { always as pageHeaders } from '../../infra/envoy/src/filters/security-headers.ts';

/** A file that the service worker keeps from the start, as workbox-precaching takes it. */
export interface PrecachedFile {
  readonly url: string;
  /** Of its content and of what Envoy says with it, which is kept too; `null` where the name changes with that. */
  readonly revision: string | null;
}

const source = join(import.meta.dirname, '../src/offline/worker/main.ts');
/** Its address says what it may serve, so it stands beside the page. */
const output = 'service-worker.js';

/** Chunks that are of use only while there is a connection. */
const onlyOnline = new Set(['telemetry', 'sentry']);

/**
 * Builds the service worker after the app, so that it knows the names of all chunks. It is a file of
 * its own in the older form: not every browser that we support knows module workers there.
 */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async writeBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap(precached);
      const pages = bundle['pages.json'];
      if (pages?.type !== 'asset') throw new Error('The build made no pages.json.');
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        mode: config.mode,
        define: {
          PRECACHED_FILES: JSON.stringify(files),
          BUILT_PAGES: String(pages.source),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir: config.build.outDir,
          emptyOutDir: false,
          target: config.build.target || 'esnext',
          rolldownOptions: {
            input: source,
            output: { format: 'iife', entryFileNames: output },
          },
        },
      });
    },
  };
}

/** All of one release, so that a page never has to ask for a chunk that a newer one has taken away. */
function precached(file: Rolldown.OutputAsset | Rolldown.OutputChunk): PrecachedFile[] {
  const url = `/${file.fileName}`;
  if (file.type === 'chunk') return onlyOnline.has(file.name) ? [] : [{ url, revision: null }];
  if (url.endsWith('.css')) return [{ url, revision: null }];
  return url.endsWith('.html') ? [{ url, revision: revisionOf(file.source) }] : [];
}

/** Another when the page or its headers change: a stricter policy must reach who has been here before. */
export function revisionOf(content: string | Uint8Array, headers = pageHeaders): string {
  const hash = createHash('sha256').update(JSON.stringify(headers)).update(content);
  return hash.digest('hex').slice(0, 16);
}
