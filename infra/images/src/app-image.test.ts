import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
