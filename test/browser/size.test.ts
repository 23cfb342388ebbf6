import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { webRoot } from '../../infra/local/src/web-build.ts';
import { compileHint } from '../../web/vite/compile-hint.ts';
import { builtPages } from '../bundle/pages.ts';
import { pageSize, wholeSize } from '../bundle/sizes.ts';

/** The built scripts: their text. */
const scripts = globSync('assets/*.js', { cwd: webRoot }).map((path) => ({
  path,
  text: readFileSync(join(webRoot, path), 'utf8'),
}));

const named = (name: string) => scripts.filter(({ path }) => path.startsWith(`assets/${name}-`));

/**
 * Most bytes before a page shows, as a browser gets them: all that its HTML names. React with its router and what says
 * the texts take 73,000 of them, lists and forms of data another 11,000.
 */
const budgets: Readonly<Record<string, number>> = {
  welcome: 90 * 1024,
  // What is written with many checks, and what is dragged.
  collection: 165 * 1024,
  plan: 165 * 1024,
  recipeEdit: 165 * 1024,
  recipeImport: 165 * 1024,
  recipeNew: 165 * 1024,
};
const usualBudget = 150 * 1024;

/** Most files before a page shows, its HTML too: each costs the servers a request, however small it is. */
const fileBudgets: Readonly<Record<string, number>> = {
  // What is often the first.
  welcome: 10,
  signIn: 13,
  recipeList: 13,
  recipeView: 14,
  account: 16,
  // What is dragged, with forms or without.
  collection: 17,
  recipeEdit: 17,
  recipeImport: 19,
  recipeNew: 17,
};
const usualFiles = 15;

/** What is sent for pages: the one with a recipe too, but for the recipe. */
const sentPages = [
  ...builtPages(webRoot),
  { name: 'recipeView', file: 'pages/en/recipeView.mustache' },
];

test.each(sentPages)('$name loads no more than it may: $file', ({ name, file }) => {
  const { files, sent } = pageSize(webRoot, file);
  expect(sent).toBeLessThan(budgets[name] ?? usualBudget);
  expect(files).toBeLessThanOrEqual(fileBudgets[name] ?? usualFiles);
});

test('each page comes with its own script', () => {
  for (const { name, file } of builtPages(webRoot)) {
    const page = `${name.charAt(0).toUpperCase()}${name.slice(1)}Page`;
    expect(readFileSync(join(webRoot, file), 'utf8')).toMatch(
      new RegExp(`modulepreload.*/assets/${page}-`),
    );
  }
});

test('no script of the first page is above 200 KB, and splitting spares a fifth at least', async () => {
  for (const { path, text } of scripts) {
    expect({ path, fits: text.length < 200 * 1024 }).toEqual({ path, fits: true });
  }
  const whole = await wholeSize();
  for (const { file } of builtPages(webRoot)) {
    const { minified, gzip } = pageSize(webRoot, file);
    expect(minified).toBeLessThan(0.8 * whole.minified);
    expect(gzip).toBeLessThan(0.8 * whole.gzip);
  }
}, 60_000);

test.each(['react', 'libraries', 'shared', 'signed-in', 'RecipeViewPage', 'telemetry'])(
  'functions of %s are compiled while it arrives',
  (name) => {
    // Vite's list of files may come before it, in one line.
    const tops = named(name).map(({ text }) => text.split('\n', 2));
    expect(tops).toEqual([expect.arrayContaining([compileHint])]);
  },
);

test.each([
  ['early', 1250],
  ['app', 9000],
  ['telemetry', 35_000],
  ['sentry', 25_000],
])('the chunk %s is as small as it was meant to be', (name, most) => {
  expect(named(name).map(({ text }) => gzipSync(text).length)).toEqual([expect.any(Number)]);
  expect(gzipSync(named(name)[0]?.text ?? '').length).toBeLessThan(most);
});

test('what stands in a recipe’s page itself is small', () => {
  const page = readFileSync(join(webRoot, 'pages/en/recipeView.mustache'), 'utf8');
  const [style = '', script = ''] = page.match(/<(style|script)>.*?<\/\1>/gs) ?? [];
  expect(style).toMatch('.recipe');
  expect(gzipSync(style).length).toBeLessThan(5500);
  expect(script).toMatch('appearance');
  expect(gzipSync(script).length).toBeLessThan(650);
});

test('the early script waits for no other', () => {
  expect(named('early')[0]?.text).not.toMatch(/\b(from|import)\b ?["'(]/);
});

test('nothing but the chunk of telemetry knows of OpenTelemetry or web vitals', () => {
  const knowing = scripts.filter(({ text }) => /tracestate|largest-contentful-paint/.test(text));
  expect(knowing.map(({ path }) => path.replace(/-[\w-]{8}\.js$/, ''))).toEqual([
    'assets/telemetry',
  ]);
  // Nor is it fetched ahead with the page.
  expect(readFileSync(join(webRoot, 'index.html'), 'utf8')).not.toContain('telemetry');
});

test('nothing but the chunk that reports errors knows of Sentry', () => {
  const knowing = scripts.filter(({ text }) => /__sentry|_sentryDebugIds/.test(text));
  expect(knowing.map(({ path }) => path.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['assets/sentry']);
  expect(readFileSync(join(webRoot, 'index.html'), 'utf8')).not.toContain('sentry');
});
