import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { appImage } from '../app-image.ts';
import { contentHash } from '../constructs/content-hash.ts';
import { hardenedContainer, hardenedPod, pinnedByTag } from '../constructs/hardening.ts';
import { selectorOf } from '../constructs/labels.ts';
import { noCpuLimit, resources } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { waived } from '../constructs/waivers.ts';
import { components } from '../names.ts';
import type { Target } from '../target.ts';
import { mongodbEnv } from './app-environment.ts';
import { chartProps, secretVersion } from './chart-props.ts';
import { databasePeer } from './database-peer.ts';
import { secretsInEnv } from './secret-env.ts';

const name = components.migration;

/**
 * Makes the database's indexes, once for each version of the app and of the Secret, which may name another
 * database: in production the app does not make them itself. A Job cannot be changed, so its name tells its
 * content; running it again does no harm.
 */
export class MigrationChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    const pod: k8s.PodSpec = {
      ...hardenedPod,
      serviceAccountName: name,
      // Each try is a pod of its own, so that the log of one that failed stays.
      restartPolicy: 'Never',
      containers: [container(target)],
    };
    const { podAnnotations } = secretVersion(target);
    const template: k8s.PodTemplateSpec = {
      metadata: {
        labels: selectorOf(name),
        ...(podAnnotations && { annotations: podAnnotations }),
      },
      spec: pod,
    };
    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name },
      automountServiceAccountToken: false,
    });
    new k8s.KubeJob(this, 'job', {
      metadata: {
        name: `${name}-${contentHash(JSON.stringify(k8s.toJson_PodTemplateSpec(template)))}`,
        annotations: waived(noCpuLimit, pinnedByTag, secretsInEnv([mongodbEnv(target)])),
      },
      spec: {
        // Some twenty minutes of tries, while the database comes up.
        backoffLimit: 8,
        template,
      },
    });
    new Traffic(this, 'traffic', { component: name, from: [], to: [databasePeer(target)] });
  }
}

function container(target: Target): k8s.Container {
  return {
    ...hardenedContainer,
    name,
    image: appImage(target.settings),
    command: ['node', 'app/src/migrate.ts'],
    env: [{ name: 'APP_ENV', value: target.environment }, mongodbEnv(target)],
    resources: resources(target.options.app.size),
  };
}
