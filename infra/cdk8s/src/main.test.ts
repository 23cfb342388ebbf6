import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const scratch = mkdtempSync(join(tmpdir(), 'synth-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const main = [join(root, 'infra/cdk8s/src/main.ts')];
const command = [join(root, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--output'];

function run(args: readonly string[], env: Record<string, string>) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    // The command would ask the registry for a newer version of itself.
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', ...env },
  });
}

/** Every file below a folder with its text. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
  return Object.fromEntries(texts);
}

test('`cdk8s synth` writes a folder for each environment', () => {
  const output = join(scratch, 'command');
  const { status, stderr } = run([...command, output], {});
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readdirSync(output).toSorted()).toEqual(['development', 'production', 'staging']);

  const again = join(scratch, 'direct');
  run(main, { CDK8S_OUTDIR: again, TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
  expect(contents(again)).toEqual(contents(output));
});

test('what an earlier run wrote and this one does not goes, and nothing else', () => {
  const output = join(scratch, 'again');
  const development = join(output, 'development');
  run(main, { CDK8S_OUTDIR: output });
  expect(readdirSync(development)).toContain('35-openobserve.k8s.yaml');
  writeFileSync(join(development, 'mine.yaml'), '');
  run(main, { CDK8S_OUTDIR: output, PROFILE: 'light' });
  expect(readdirSync(development)).not.toContain('35-openobserve.k8s.yaml');
  expect(readdirSync(development)).toContain('50-app.k8s.yaml');
  expect(readdirSync(development)).toContain('mine.yaml');
});

test.each([
  ['`cdk8s synth`', [...command, join(scratch, 'bad')]],
  ['the program alone', main],
])('a bad setting stops %s with its sentence', (_, args) => {
  const env = {
    COMPRESSION_LEVEL: '11',
    ...(args === main && { CDK8S_OUTDIR: join(scratch, 'bad') }),
  };
  const { status, stderr } = run(args, env);
  expect(status).toBe(1);
  expect(stderr).toContain('COMPRESSION_LEVEL is "11"; allowed: a whole number from 1 to 9.');
  expect(stderr).not.toMatch(/^ +at /m);
  expect(existsSync(join(scratch, 'bad'))).toBe(false);
});
