import { globSync, readFileSync, statSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { webRoot } from '../../infra/local/src/web-build.ts';

const maps = join(webRoot, '../source-maps');

/** Words in quotes, which minifying leaves as they are. */
const words = /["'`](\w[\w.-]{6,30})["'`]/g;

// Files of texts have none, and in the smallest is not one word.
const mapped = globSync('assets/*.js.map', { cwd: maps })
  .map((map) => map.slice(0, -4))
  .filter((script) => statSync(join(webRoot, script)).size > 3000);

test.each(mapped)('%s is traced to the lines of its source', (script) => {
  const payload: SourceMapPayload = JSON.parse(readFileSync(join(maps, `${script}.map`), 'utf8'));
  const map = new SourceMap(payload);
  const sources = new Map(
    payload.sources.map((name, at) => [name, payload.sourcesContent[at]?.split('\n')]),
  );
  const found = readFileSync(join(webRoot, script), 'utf8')
    .split('\n')
    .flatMap((line, at) =>
      [...line.matchAll(words)].flatMap(({ index, 1: word = '' }) => {
        const entry = map.findEntry(at, index);
        // The bundler's own lines have no source.
        if (!('originalSource' in entry) || entry.generatedLine !== at) return [];
        return [sources.get(entry.originalSource)?.[entry.originalLine]?.includes(word) ?? false];
      }),
    );
  expect(found.length).toBeGreaterThan(0);
  // A few words are put together by the compiler.
  expect(found.filter((right) => !right).length).toBeLessThanOrEqual(found.length / 10);
});
