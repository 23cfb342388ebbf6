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
    redis: versions.redis,
  });
});
