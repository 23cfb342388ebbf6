import type { k8s } from 'cdk8s-plus-27';
import type { Waivers } from '../constructs/waivers.ts';
import { secret } from '../names.ts';

/** A variable whose value stands in the product's Secret; the pod does not start without it. */
export function secretEnv(name: string, key: string): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret.name, key } } };
}

/** For pods with these variables, when a secret is among them. */
export function secretsInEnv(env: readonly k8s.EnvVar[] = []): Waivers {
  if (!env.some(({ valueFrom }) => valueFrom?.secretKeyRef)) return {};
  return { checkov: { CKV_K8S_35: 'The program reads its secrets from the environment alone.' } };
}
