import { environmentOptions, type Target, targetOf } from '@recipe-book/cdk8s';
import type { Environment, EnvironmentText } from '@recipe-book/settings';
import type { KubeObject } from '../snapshot.ts';
import { wantedObjects } from '../wanted-objects.ts';

/** An environment in the namespace `kitchen`. */
export function targetIn(environment: Environment, text: EnvironmentText = {}): Target {
  const options = { ...environmentOptions[environment], namespace: 'kitchen' };
  return targetOf(environment, text, options);
}

/** Its manifests. */
export function manifestsOf(environment: Environment, text: EnvironmentText = {}): KubeObject[] {
  return wantedObjects(targetIn(environment, text));
}
