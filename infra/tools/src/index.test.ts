import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { ensureTools, pathOf, toolPaths } from './index.ts';
import { Bench } from './testing.ts';
import { groups } from './tools.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.clean());

it.each([
  [{ RECIPE_BOOK_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' }, '/a'],
  [{ XDG_CACHE_HOME: '/b', HOME: '/c' }, '/b/recipe-book'],
  [{ HOME: '/c' }, '/c/.cache/recipe-book'],
  [{}, join(import.meta.dirname, '../../../.tools/recipe-book')],
])('keeps its cache where the environment says: %j', (env, folder) => {
  expect(cacheFolder(env)).toBe(folder);
});

it('refuses a tool that is not in the list', async () => {
  await expect(ensureTools(['envoi'], { env: {} })).rejects.toThrow(
    'There is no tool "envoi": the tools are mongodb, otelcol,',
  );
});

it('gives the paths of what is there, and a sentence for what is not', async () => {
  const env = { PATH: bench.folder, RECIPE_BOOK_CACHE: bench.cache.folder };
  const mongod = bench.program('mongod', '');
  const paths = await toolPaths('run', env);
  expect(paths).toEqual({ mongod });
  expect(() => pathOf(paths, 'envoy')).toThrow('envoy is not installed: run "make tools"');
});

it('finds every tool of the list in a filled cache', async () => {
  for (const tool of groups.test) {
    for (const file of ['.installed', ...Object.values(tool.provides)]) {
      const path = join(bench.cache.folderOf(tool), file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, '');
    }
  }
  const env = { PATH: bench.folder, RECIPE_BOOK_CACHE: bench.cache.folder };
  expect(Object.keys(await ensureTools('test', { env })).sort()).toEqual([
    'bugsink-manage',
    'checkov',
    'chromium',
    'datafusion-python',
    'envoy',
    'k6',
    'kube-score',
    'kubeconform',
    'kubernetes-schemas',
    'otelcol',
    'prometheus',
    'ratelimit',
    'ratelimit-config-check',
    'redis-server',
    'schemathesis',
    'secantusd-rs',
    'versitygw',
  ]);
});
