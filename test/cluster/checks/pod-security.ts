import { ApiException } from '@kubernetes/client-node';
import { images } from '@recipe-book/cdk8s';
import { expect } from 'expect';
import type { Check } from '../check.ts';

export const restricted: Check = {
  name: 'the namespace takes no pod that may be root',
  run: async ({ cluster, target }) => {
    const asked = cluster.core.createNamespacedPod({
      namespace: target.options.namespace,
      dryRun: 'All',
      body: {
        metadata: { name: 'root' },
        spec: { containers: [{ name: 'root', image: images.redis }] },
      },
    });
    const error: unknown = await asked.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiException);
    expect((error as ApiException<string>).code).toBe(403);
    expect(String((error as ApiException<string>).body)).toContain('PodSecurity');
  },
};
