import type { Environment, EnvironmentText } from '@recipe-book/settings';
import type { EnvironmentOptions } from '../environments.ts';
import { objectsOf as rawObjectsOf } from '../objects-of.ts';
import { targetOf } from '../target.ts';

/** As much of a Kubernetes object as the tests look at. */
export interface KubeObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: {
    readonly template?: { readonly spec: Pod };
    readonly [field: string]: unknown;
  };
  readonly data?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export interface Pod {
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly configMap?: { name: string } }[];
  readonly terminationGracePeriodSeconds?: number;
  readonly [field: string]: unknown;
}

export interface Container {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly restartPolicy?: string;
  readonly [field: string]: unknown;
}

/** All objects of an environment, as `kubectl` reads them. */
export function objectsOf(
  environment: Environment,
  text: EnvironmentText = {},
  options?: EnvironmentOptions,
): KubeObject[] {
  return rawObjectsOf(targetOf(environment, text, options)) as readonly object[] as KubeObject[];
}

/** The one object of a kind whose name is, or else begins with, the given one. */
export function find(objects: readonly KubeObject[], kind: string, name: string): KubeObject {
  const ofKind = objects.filter((object) => object.kind === kind);
  const exact = ofKind.filter(({ metadata }) => metadata.name === name);
  const found =
    exact.length > 0
      ? exact
      : ofKind.filter(({ metadata }) => metadata.name.startsWith(`${name}-`));
  const [object] = found;
  if (!object || found.length > 1) throw new Error(`${found.length} objects are ${kind} ${name}.`);
  return object;
}

export function podOf(object: KubeObject): Pod {
  const pod = object.spec?.template?.spec;
  if (!pod) throw new Error(`${object.kind} ${object.metadata.name} has no pods.`);
  return pod;
}

/** The pods of all workloads. */
export function podsOf(objects: readonly KubeObject[]): Pod[] {
  return objects.flatMap(({ spec }) => (spec?.template ? [spec.template.spec] : []));
}

export function containersOf(pod: Pod): Container[] {
  return [...(pod.initContainers ?? []), ...pod.containers];
}
