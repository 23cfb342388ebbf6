import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildArguments } from './builder.ts';
import { root } from './root.ts';
import { nodeVersion, readSource } from './source.ts';

const dockerfile = readFileSync(join(root, 'infra/images/app.Dockerfile'), 'utf8');
const build = {
  image: 'recipe-book/app:1.2.3',
  dockerfile: 'infra/images/app.Dockerfile',
  args: { VERSION: '1.2.3' },
  epoch: 1_700_000_000,
};

it('is built on the Node that the product is tested with', () => {
  expect(dockerfile).toContain(`ARG NODE_VERSION=${nodeVersion()}`);
});

/** What a stage of the Dockerfile copies from this repository, by paths from the root. */
function copiedIn(stage: string): string[] {
  const lines = dockerfile
    .split(/^FROM /m)
    .find((part) => part.split('\n')[0]?.endsWith(` AS ${stage}`));
  return [...(lines ?? '').matchAll(/^COPY ((?:app|infra|web)\S*) /gm)].map(
    ([, path = '']) => path,
  );
}

/** A file, and all of this repository that runs when it is imported, by paths from the root. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8').replace(/^import type [^;]+;/gm, '');
  for (const [, name = ''] of text.matchAll(
    /(?:from |import\()'((?:\.{1,2}|@recipe-book)\/[^']+)'/g,
  )) {
    const url = name.startsWith('.')
      ? pathToFileURL(join(root, dirname(file), name)).href
      : import.meta.resolve(name);
    importsOf(relative(root, realpathSync(fileURLToPath(url))), seen);
  }
  return seen;
}

it.each([
  ['app/src/main.ts', 'server', 10],
  ['app/src/migrate.ts', 'server', 10],
  ['infra/openobserve/src/main.ts', 'server', 10],
  ['web/vite.config.ts', 'front-end', 5],
  ['web/src/main.tsx', 'front-end', 100],
])('holds all that %s imports', (program, stage, moreThan) => {
  const copied = copiedIn(stage);
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8');
  const isThere = (file: string) => {
    const path = copied.find((one) => file === one || file.startsWith(`${one}/`));
    return path !== undefined && ignored.includes(`!${path}\n`);
  };
  const files = [...importsOf(program)];
  expect(files.length).toBeGreaterThan(moreThan);
  expect(files.filter((file) => !isThere(file))).toEqual([]);
});

it('does not run as root', () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER 65532:65532$/m);
});

it('knows the commit that it is built from', async () => {
  const { revision, epoch } = await readSource();
  expect(revision).toMatch(/^[0-9a-f]{40}(-dirty)?$/);
  expect(epoch).toBeGreaterThan(1_700_000_000);
});

it.each(['docker', 'buildah'] as const)(
  'bears the time of its commit when %s builds it',
  (builder) => {
    const args = buildArguments(builder, build).join(' ');
    expect(args).toContain('1700000000');
    expect(args).toContain('--tag recipe-book/app:1.2.3');
    expect(args).toContain('--build-arg VERSION=1.2.3');
    expect(args.endsWith(' .')).toBe(true);
  },
);
