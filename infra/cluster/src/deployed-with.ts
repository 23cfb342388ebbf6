import { PatchStrategy, type V1Namespace } from '@kubernetes/client-node';
import type { Target } from '@recipe-book/cdk8s';
import type { Cluster } from './cluster.ts';

/** Annotations of a namespace: what it was deployed with, by the setting. `make doctor` reads them. */
export const deployedWith = {
  APP_IMAGE: 'recipe-book/app-image',
  PROFILE: 'recipe-book/profile',
} as const;

/** Another owner than that of the manifests, which would take away what is in none of them. */
const fieldManager = 'recipe-book-deploy';

/** Writes down the settings that somebody chose for the manifests; what was chosen before is forgotten. */
export async function noteSettings(
  cluster: Cluster,
  { chosen, options }: Pick<Target, 'chosen' | 'options'>,
): Promise<void> {
  const annotations = Object.entries(deployedWith).flatMap(([name, annotation]) => {
    const value = chosen[name];
    return value === undefined ? [] : [[annotation, value]];
  });
  const namespace: V1Namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: options.namespace, annotations: Object.fromEntries(annotations) },
  };
  const [none, force] = [undefined, true];
  const strategy = PatchStrategy.ServerSideApply;
  await cluster.objects.patch(namespace, none, none, fieldManager, force, strategy);
}

/** The settings that a namespace was deployed with. @param annotations of the namespace. */
export function settingsIn(
  annotations: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(deployedWith).flatMap(([name, annotation]) => {
      const value = annotations[annotation];
      return value ? [[name, value]] : [];
    }),
  );
}
