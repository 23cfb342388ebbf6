import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Target } from '../target.ts';
import { commonLabels } from './chart-props.ts';

/** The namespace: it takes only pods of the Pod Security level `restricted`. */
export class NamespaceChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, { labels: commonLabels(target.environment) });
    const levels = ['enforce', 'audit', 'warn'].map((mode) => [
      `pod-security.kubernetes.io/${mode}`,
      'restricted',
    ]);
    new k8s.KubeNamespace(this, 'namespace', {
      metadata: { name: target.options.namespace, labels: Object.fromEntries(levels) },
    });
  }
}
