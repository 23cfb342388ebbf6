import { environmentOptions, targetOf } from '@recipe-book/cdk8s';
import type { Environment, EnvironmentText } from '@recipe-book/settings';
import type { KubeObject } from '../snapshot.ts';
import { wantedObjects } from '../wanted-objects.ts';

/** The manifests of an environment in the namespace `kitchen`. */
export function manifestsOf(environment: Environment, text: EnvironmentText = {}): KubeObject[] {
  const options = { ...environmentOptions[environment], namespace: 'kitchen' };
  return wantedObjects(targetOf(environment, text, options));
}
