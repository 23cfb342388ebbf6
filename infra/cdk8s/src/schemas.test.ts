import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureTools, pathOf, type ToolPaths } from '@recipe-book/tools';
import { environmentOptions } from './environments.ts';
import { manifests } from './manifests.ts';
import type { ExternalSecrets } from './secrets-options.ts';
import { targetOf } from './target.ts';
import { allManifests } from './testing/all-manifests.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
let tools: ToolPaths;

beforeAll(async () => {
  tools = await ensureTools(['kubeconform', 'kubernetes-schemas'], { env: process.env });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What kubeconform says about a file; it needs no network. */
async function check(name: string, text: string): Promise<{ valid: number; invalid: number }> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const schemas = `${pathOf(tools, 'kubernetes-schemas')}/{{.ResourceKind}}{{.KindSuffix}}.json`;
  const args = ['-strict', '-summary', '-output', 'json', '-schema-location', schemas, file];
  const { stdout } = await run(pathOf(tools, 'kubeconform'), args).catch(
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { valid: number; invalid: number; errors: number; skipped: number };
  };
  return { valid: summary.valid, invalid: summary.invalid + summary.errors + summary.skipped };
}

test.each([...allManifests])(
  'every object of %s fits the schemas of Kubernetes',
  async (name, text) => {
    const { valid, invalid } = await check(`${name}.yaml`, text);
    expect(invalid).toBe(0);
    expect(valid).toBe(text.match(/^kind: /gm)?.length);
  },
);

test('an ExternalSecret has no schema there, and is all that has none', async () => {
  const secrets: ExternalSecrets = {
    kind: 'external',
    store: 'vault',
    storeKind: 'SecretStore',
    remote: { key: 'recipe-book' },
    refreshInterval: '1h',
  };
  const options = { ...environmentOptions.production, secrets };
  const text = [...manifests(targetOf('production', {}, options)).values()].join('---\n');
  const { valid, invalid } = await check('external-secrets.yaml', text);
  expect(invalid).toBe(1);
  expect(valid).toBe((text.match(/^kind: /gm)?.length ?? 0) - 1);
});

test.each([
  ['an unknown field', 'readinessProbe:', 'readynessProbe:'],
  ['a wrong type', 'replicas: 1', 'replicas: one'],
  ['an unknown field in a patched part', 'sleep:', 'slumber:'],
])('%s is found', async (_, good, bad) => {
  const text = manifests(targetOf('development', {})).get('50-app.k8s.yaml') ?? '';
  expect(text).toContain(good);
  const { invalid } = await check('broken.yaml', text.replace(good, bad));
  expect(invalid).toBe(1);
});
