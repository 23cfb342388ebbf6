import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, type SourceFile } from '../testing/source.ts';

const source = readSource();
const byPath = new Map(source.map((file) => [file.path, file]));

/** Key → area, of every text. */
const areaOf = new Map(
  globSync('en/*.json', { cwd: import.meta.dirname }).flatMap((path) => {
    const keys = Object.keys(JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8')));
    const area = path.replace(/^en\/|\.json$/g, '');
    return keys.map((key): [string, string] => [key, area]);
  }),
);

/** Every text that a file says. */
function keysIn({ literals, patterns }: SourceFile): string[] {
  const said = new Set(literals);
  return [...areaOf.keys()].filter(
    (key) => said.has(key) || patterns.some((pattern) => pattern.test(key)),
  );
}

test('no words stand in components: all texts are in the files of texts', () => {
  const words = source.flatMap(({ path, visible }) => visible.map((text) => `${path}: ${text}`));
  expect(words).toEqual([]);
});

test('every text is said somewhere', () => {
  const said = new Set(source.flatMap(keysIn));
  expect([...areaOf.keys()].filter((key) => !said.has(key))).toEqual([]);
});

test('every page names the areas of all texts that it may say', () => {
  const missing = pages().flatMap(({ path, areas }) => {
    const keys = [...withImports(path)].flatMap(keysIn);
    const needed = new Set(keys.map((key) => areaOf.get(key) ?? ''));
    const lacking = [...needed].filter((area) => area !== 'common' && !areas.includes(area));
    return lacking.map((area) => `${path} says texts of ${area}`);
  });
  expect(missing).toEqual([]);
});

/** Every page, with the areas that `pages.ts` names for it. */
function pages(): { path: string; areas: string[] }[] {
  const text = readFileSync(join(import.meta.dirname, '../app/pages.ts'), 'utf8');
  const entries = text.matchAll(
    /page\(\s*'\w+',\s*\(\) => import\('([^']+)'\)(?:,\s*\[([^\]]*)\])?/g,
  );
  const found = [...entries].map(([, path = '', areas = '']) => ({
    path: join('app', path),
    areas: [...areas.matchAll(/'([\w-]+)'/g)].map(([, area = '']) => area),
  }));
  expect(found.length).toBe([...text.matchAll(/: page\(/g)].length);
  return found;
}

/** A file and all that is loaded with it. What the shell has is loaded with the app, with `common` alone. */
function withImports(path: string, seen = new Set<SourceFile>()): Set<SourceFile> {
  const file = byPath.get(path);
  if (!file || seen.has(file)) return seen;
  seen.add(file);
  for (const imported of file.imports) withImports(imported, seen);
  return seen;
}
