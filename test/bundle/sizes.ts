import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { root } from '../src/root.ts';

/** How many files there are, and their bytes. */
export interface Size {
  readonly files: number;
  readonly minified: number;
  /** By gzip at its best. */
  readonly gzip: number;
  /** As a browser gets it that takes brotli. */
  readonly sent: number;
}

/** What a browser loads for a page before it shows it: the page itself, its styles, scripts and texts. */
export function pageSize(folder: string, file: string): Size {
  const html = readFileSync(join(folder, file), 'utf8');
  const assets = new Set(html.match(/assets\/[\w.-]+\.(?:css|js)\b/g));
  return sum([file, ...assets].map((path) => fileSize(folder, path)));
}

function fileSize(folder: string, path: string): Size {
  const bytes = readFileSync(join(folder, path));
  const brotli = join(folder, `${path}.br`);
  const gzip = gzipSync(bytes, { level: 9 }).length;
  return {
    files: 1,
    minified: bytes.length,
    gzip,
    // Envoy compresses what the build has not, pages, by gzip.
    sent: existsSync(brotli) ? statSync(brotli).size : Math.min(bytes.length, gzip),
  };
}

/** All scripts and styles of a build without splitting, which every page would load. */
export async function wholeSize(): Promise<Size> {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-book-whole-'));
  try {
    // A development build is several times as large.
    const env = { ...process.env, NODE_ENV: 'production' };
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const config = ['--config', 'vite/whole.config.ts', '--outDir', folder, '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, [vite, 'build', ...config], {
      cwd: join(root, 'web'),
      env,
    });
    return sum(
      globSync('assets/*.{css,js}', { cwd: folder }).map((path) => fileSize(folder, path)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sum(sizes: readonly Size[]): Size {
  return sizes.reduce((all, size) => ({
    files: all.files + size.files,
    minified: all.minified + size.minified,
    gzip: all.gzip + size.gzip,
    sent: all.sent + size.sent,
  }));
}
