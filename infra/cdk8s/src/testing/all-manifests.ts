import { environments } from '@recipe-book/settings';
import { greeterManifest } from '../../examples/greeter/manifest.ts';
import { manifests } from '../manifests.ts';
import { targetOf } from '../target.ts';

/** The manifests of every environment and of the example, as one text each, by name. */
export const allManifests: ReadonlyMap<string, string> = new Map([
  ...environments.map(
    (environment) =>
      [environment, [...manifests(targetOf(environment, {})).values()].join('---\n')] as const,
  ),
  ['greeter', greeterManifest()],
]);
