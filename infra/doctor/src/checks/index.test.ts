import { readdirSync } from 'node:fs';
import { snapshotWith } from '../testing/snapshot.ts';
import { checks } from './index.ts';

test('every file of this folder is a check', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''));
  expect(Object.keys(checks).toSorted()).toEqual(files.toSorted());
});

test.each(Object.entries(checks))('%s finds nothing in an empty namespace', (_, { findings }) => {
  expect(findings(snapshotWith())).toEqual([]);
});
