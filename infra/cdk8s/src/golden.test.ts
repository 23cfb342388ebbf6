import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environments } from '@recipe-book/settings';
import { expectGolden } from '@recipe-book/test/golden';
import { manifests } from './manifests.ts';
import { targetOf } from './target.ts';

const golden = resolve(import.meta.dirname, '../golden');

describe.each(environments)('the manifests of %s', (environment) => {
  const files = manifests(targetOf(environment, {}));
  const folder = join(golden, environment);

  test.each([...files])('%s is as reviewed', (file, text) => {
    expectGolden(join(folder, file), text);
  });

  test('are no fewer than reviewed, and the namespace comes first', () => {
    const names = [...files.keys()].toSorted();
    expect(names[0]).toBe('00-namespace.k8s.yaml');
    expect(existsSync(folder) && readdirSync(folder).toSorted()).toEqual(names);
  });
});
