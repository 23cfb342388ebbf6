import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { webRoot } from '../../infra/local/src/web-build.ts';

/** The built scripts by the beginning of their names: their text, and bytes as they are sent. */
const scripts = globSync('assets/*.js', { cwd: webRoot }).map((path) => {
  const text = readFileSync(join(webRoot, path), 'utf8');
  return { path, text, bytes: gzipSync(text).length };
});

function size(name: string): number {
  const found = scripts.filter(({ path }) => path.startsWith(`assets/${name}-`));
  expect(found).toHaveLength(1);
  return found[0]?.bytes ?? 0;
}

test('the front end is as small as it was meant to be', () => {
  expect(size('index')).toBeLessThan(4500);
  expect(size('telemetry')).toBeLessThan(35_000);
  expect(size('sentry')).toBeLessThan(25_000);
});

test('nothing but the chunk of telemetry knows of OpenTelemetry or web vitals', () => {
  const knowing = scripts.filter(({ text }) => /tracestate|largest-contentful-paint/.test(text));
  expect(knowing.map(({ path }) => path.replace(/-[^-]*\.js$/, ''))).toEqual(['assets/telemetry']);
  // Nor is it fetched ahead with the page.
  expect(readFileSync(join(webRoot, 'index.html'), 'utf8')).not.toContain('telemetry');
});

test('nothing but the chunk that reports errors knows of Sentry', () => {
  const knowing = scripts.filter(({ text }) => /__sentry|_sentryDebugIds/.test(text));
  expect(knowing.map(({ path }) => path.replace(/-[^-]*\.js$/, ''))).toEqual(['assets/sentry']);
  expect(readFileSync(join(webRoot, 'index.html'), 'utf8')).not.toContain('sentry');
});
