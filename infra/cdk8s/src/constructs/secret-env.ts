import type { k8s } from 'cdk8s-plus-27';
import { secret } from '../names.ts';

/** A variable whose value stands in the product's Secret; the pod does not start without it. */
export function secretEnv(name: string, key: string): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret.name, key } } };
}
