import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { contentHash } from '../constructs/content-hash.ts';
import { hardenedPod, pinnedByTag } from '../constructs/hardening.ts';
import { selectorOf } from '../constructs/labels.ts';
import { noCpuLimit } from '../constructs/size.ts';
import { waived } from '../constructs/waivers.ts';
import type { Component } from '../names.ts';
import type { Target } from '../target.ts';
import { secretVersion } from './chart-props.ts';
import { secretsInEnv } from './secret-env.ts';

/**
 * A Job that runs a program of the app's image once for each change of what it is made of, the version of the
 * Secret included, with an account of its own. A Job cannot be changed, so its name tells its content.
 */
export function runOnce(
  scope: Construct,
  target: Target,
  name: Component,
  container: k8s.Container,
): void {
  const { podAnnotations } = secretVersion(target);
  const template: k8s.PodTemplateSpec = {
    metadata: {
      labels: selectorOf(name),
      ...(podAnnotations && { annotations: podAnnotations }),
    },
    spec: {
      ...hardenedPod,
      serviceAccountName: name,
      // Each try is a pod of its own, so that the log of one that failed stays.
      restartPolicy: 'Never',
      containers: [container],
    },
  };
  new k8s.KubeServiceAccount(scope, 'account', {
    metadata: { name },
    automountServiceAccountToken: false,
  });
  new k8s.KubeJob(scope, 'job', {
    metadata: {
      name: `${name}-${contentHash(JSON.stringify(k8s.toJson_PodTemplateSpec(template)))}`,
      annotations: waived(noCpuLimit, pinnedByTag, secretsInEnv(container.env)),
    },
    // Some twenty minutes of tries, while what it works on comes up.
    spec: { backoffLimit: 8, template },
  });
}
