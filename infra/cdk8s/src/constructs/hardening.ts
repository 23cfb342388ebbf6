import type { k8s } from 'cdk8s-plus-27';
import type { Waivers } from './waivers.ts';

/** `nobody`-like user and group of all containers; it owns nothing in any image. */
const nonRoot = 65_532;

/** What every pod has: Pod Security `restricted`, no token, no variables made of Service names. */
export const hardenedPod = {
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: nonRoot,
    runAsGroup: nonRoot,
    fsGroup: nonRoot,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  },
} as const satisfies Partial<k8s.PodSpec>;

/** For everything that runs `hardenedContainer`. */
export const pinnedByTag: Waivers = {
  checkov: {
    CKV_K8S_15: 'A registry that is away must not keep pods from starting.',
    CKV_K8S_43: 'Tags are what people read in a review, and what a cluster without a registry has.',
  },
  'kube-score': {
    'container-image-pull-policy': 'A registry that is away must not keep pods from starting.',
  },
};

/** What every container has. */
export const hardenedContainer = {
  imagePullPolicy: 'IfNotPresent',
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  },
} satisfies Partial<k8s.Container>;
