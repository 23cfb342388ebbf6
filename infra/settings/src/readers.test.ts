import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from './areas/index.ts';
import type { Reader, Variable } from './variable.ts';

const root = join(import.meta.dirname, '../../..');

/** Where the code is that reads settings for each reader. */
const sources: Record<Reader, string> = {
  app: 'app/src',
  envoy: 'infra/envoy/src',
  ratelimit: 'infra/{envoy,local,cdk8s}/src',
  collector: 'infra/otel-collector/src',
  redis: 'infra/{redis,local,cdk8s}/src',
  make: 'infra/local/src',
  synth: 'infra/{cdk8s,envoy}/src',
};

const text = new Map(
  Object.entries(sources).map(([reader, folder]) => {
    const files = globSync(`${folder}/**/*.ts`, { cwd: root }).filter(
      (file) => !/\.test\.ts$/.test(file),
    );
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
