import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from './areas/index.ts';
import type { Reader, Variable } from './variable.ts';

const root = join(import.meta.dirname, '../../..');

/** Read for all that reach Redis. */
const redis = 'infra/settings/src/redis/connection.ts';

/** Where the code is that reads settings for each reader. */
const sources: Record<Reader, readonly string[]> = {
  app: ['app/src', redis],
  envoy: ['infra/envoy/src'],
  ratelimit: ['infra/{envoy,local,cdk8s}/src', redis],
  collector: ['infra/otel-collector/src'],
  redis: ['infra/{redis,local,cdk8s}/src', redis],
  make: ['infra/{local,images,cluster,sentry}/src', redis],
  observe: ['infra/openobserve/src'],
  synth: ['infra/{cdk8s,envoy}/src', redis],
};

const text = new Map(
  Object.entries(sources).map(([reader, places]) => {
    const patterns = places.map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.ts`));
    const files = globSync(patterns, { cwd: root }).filter((file) => !/\.test\.ts$/.test(file));
    return [reader, files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')];
  }),
);

const named = Object.values(areas).flatMap((area) =>
  Object.entries<Variable>(area).flatMap(([name, { readers }]) =>
    readers.map((reader) => [name, reader] as const),
  ),
);

test.each(named)('%s is read by %s, as the table says', (name, reader) => {
  expect(text.get(reader)?.includes(name)).toBe(true);
});
