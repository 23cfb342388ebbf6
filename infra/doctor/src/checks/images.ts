import type { KubeObject } from '@recipe-book/cdk8s';
import { componentLabel, livingPods, type Pod, statusesOf } from '../about/pods.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Versions of the app and its sidecars that are not the ones in `infra/cdk8s/src/images.ts`. */
export const images: Check = {
  group: 'versions',
  findings: (snapshot) => [...otherImages(snapshot), ...movedTags(snapshot)],
};

function otherImages(snapshot: Snapshot): Finding[] {
  const wanted = wantedImages(snapshot.wanted);
  return livingPods(snapshot).flatMap((pod) =>
    containers(pod).flatMap(([container, image]) => {
      const expected = wanted.get(key(pod.metadata.labels, container));
      if (!expected || expected === image) return [];
      return {
        level: 'error' as const,
        object: `Pod ${pod.metadata.name}`,
        what: `container ${container} runs ${image} instead of ${expected}`,
        remedy: 'Apply the manifests, or check out the version of them that is meant to run.',
      };
    }),
  );
}

/** A tag that was moved: the same name, and yet not the same in all pods. */
function movedTags(snapshot: Snapshot): Finding[] {
  const pods = new Map<string, Map<string, string>>();
  for (const pod of livingPods(snapshot)) {
    for (const { name, image, imageID } of statusesOf(pod)) {
      if (!imageID) continue;
      const of = `${key(pod.metadata.labels, name)} ${image}`;
      pods.set(of, (pods.get(of) ?? new Map()).set(imageID, pod.metadata.name));
    }
  }
  return [...pods].flatMap(([of, ids]) => {
    if (ids.size < 2) return [];
    const [component, container, image] = of.split(' ');
    return {
      level: 'error' as const,
      object: `Component ${component}`,
      what: `container ${container} runs ${ids.size} different images that are all named ${image}, as in ${[...ids.values()].join(' and ')}`,
      remedy: 'Give each build a tag of its own; "kubectl rollout restart" makes the pods alike.',
    };
  });
}

function wantedImages(objects: readonly KubeObject[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { spec } of objects as readonly { spec?: { template?: Pod } }[]) {
    const template = spec?.template;
    if (!template) continue;
    for (const [container, image] of containers(template)) {
      found.set(key(template.metadata.labels, container), image);
    }
  }
  return found;
}

function containers({ spec }: Pod): [string, string][] {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].map(({ name, image }) => [
    name,
    image ?? '',
  ]);
}

function key(labels: Readonly<Record<string, string>> | undefined, container: string): string {
  return `${labels?.[componentLabel] ?? ''} ${container}`;
}
