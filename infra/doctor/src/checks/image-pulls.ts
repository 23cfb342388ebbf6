import { containersOf } from '../about/pods.ts';
import { clause } from '../about/words.ts';
import type { Check } from '../finding.ts';

const reasons = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
]);

/** Images that the node cannot get. */
export const imagePulls: Check = {
  group: 'pods',
  findings: (snapshot) =>
    [...containersOf(snapshot)].flatMap(([pod, { name, image, state }]) => {
      const { reason, message } = state?.waiting ?? {};
      if (!reason || !reasons.has(reason)) return [];
      return {
        level: 'error' as const,
        object: `Pod ${pod.metadata.name}`,
        what: `container ${name} cannot get its image ${image}: ${clause(message ?? reason)}`,
        remedy: remedy(`${reason} ${message}`),
      };
    }),
};

function remedy(text: string): string {
  if (/InvalidImageName/.test(text)) return 'Correct the name of the image.';
  if (/ErrImageNeverPull/.test(text)) return 'Load the image onto the node: it may not be pulled.';
  if (/unauthori[sz]ed|denied|forbidden|40[13]/i.test(text)) {
    return 'Let the ServiceAccount of the pod pull from that registry (imagePullSecrets).';
  }
  if (/not found|manifest unknown/i.test(text)) {
    return 'Push the image to its registry, or name one that is there.';
  }
  return 'See whether the node reaches the registry and the image is in it.';
}
