import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '..');

/** The classes that a file styles by themselves, not only within something else. */
function stylesOf(file: string): string[] {
  const css = readFileSync(join(src, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []);
}

/** The folder that a file's pages belong to; what stands around all pages is one area. */
function areaOf(file: string): string {
  const area = file.split('/')[0] ?? '';
  return area === 'ui' || area === 'app' ? 'frame' : area;
}

// Styles stay in the document once a page has brought them: what one area says of a class holds in all others too.
test('no two areas style the same class', () => {
  const areas = new Map<string, Set<string>>();
  for (const file of globSync('**/!(print).css', { cwd: src })) {
    for (const name of stylesOf(file)) {
      areas.set(name, (areas.get(name) ?? new Set()).add(areaOf(file)));
    }
  }
  const shared = [...areas].filter(([, found]) => found.size > 1);
  expect(shared.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
});

test('pages that show steps bring what their times look like', () => {
  const pages = globSync('recipes/{view,cook}/Recipe*Page.tsx', { cwd: src });
  expect(pages).toHaveLength(2);
  for (const page of pages) {
    expect(readFileSync(join(src, page), 'utf8')).toContain("import '../timers/step-text.css';");
  }
});
