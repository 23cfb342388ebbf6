import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

const CREATED = '2026-11-26T00:00:00.000Z';
const program = join(import.meta.dirname, 'same-sbom.ts');

/** As the Dockerfile makes it of the front end. */
function sbom(): string {
  const options = ['--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'];
  const args = ['sbom', ...options, '--workspace', '@recipe-book/web'];
  const input = execFileSync('npm', args, { cwd: root });
  return execFileSync(process.execPath, [program], { input, env: { CREATED } }).toString();
}

it('is the same each time, with the time of the commit, and lists what the page is made of', () => {
  const [one, other] = [sbom(), sbom()];
  expect(one).toBe(other);
  const { metadata, components } = JSON.parse(one);
  expect(metadata.timestamp).toBe(CREATED);
  const names: string[] = components.map(({ name }: { name: string }) => name);
  expect(names).toContain('react-router');
  expect(names).not.toContain('vite');
});

it('is nothing without a list of npm', () => {
  const run = () =>
    execFileSync(process.execPath, [program], { input: '', env: { CREATED }, stdio: 'pipe' });
  expect(run).toThrow();
});
