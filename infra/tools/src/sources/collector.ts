import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { go, requireAll } from '../requirements.ts';
import type { Source } from '../types.ts';
import { goInstall } from './go.ts';

/** The Collector with just the components of a build list, made by its own builder. */
export function collector(version: string, buildList: string): Source {
  return {
    async install(into, job) {
      await requireAll([go], job);
      const builder = `go.opentelemetry.io/collector/cmd/builder@v${version}`;
      const tools = join(job.buildFolder, 'bin');
      const output = join(job.buildFolder, 'source');
      await mkdir(tools, { recursive: true });
      await goInstall(builder, 'builder', tools, job);
      const args = ['--config', buildList, '--output-path', output];
      await job.run(join(tools, 'builder'), args, { env: { CGO_ENABLED: '0' } });
      await copyFile(join(output, 'otelcol'), join(into, 'bin', 'otelcol'));
    },
  };
}
