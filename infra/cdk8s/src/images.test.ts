import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { versions } from '@recipe-book/tools';
import { images } from './images.ts';

test('the images hold the versions that the local run uses', () => {
  const path = resolve(import.meta.dirname, '../../../package.json');
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  const tags = Object.entries(images).map(([name, image]) => [name, image.split(':')[1]]);
  expect(Object.fromEntries(tags)).toMatchObject({
    app: version,
    envoy: `v${versions.envoy}`,
    ratelimit: versions.ratelimit,
    collector: versions.collector,
  });
  // Locally it is Debian's, of the same major version.
  expect(images.redis).toMatch(new RegExp(`^redis:${versions.redis}\\.`));
});

test('every image is one release, not whatever a registry has by a shorter tag', () => {
  for (const image of Object.values(images)) {
    expect(image).toMatch(/:(v?\d+\.\d+\.\d+|[0-9a-f]{8})$/);
  }
});
