import { objectsOf, type Target } from '@recipe-book/cdk8s';
import { z } from 'zod';
import { milliOf } from './quantities.ts';

/** Pods of one kind. */
export interface PodGroup {
  readonly name: string;
  readonly count: number;
  /** CPU that each asks for, thousandths of a core. */
  readonly cpu: number;
}

const container = z.object({
  /** An init container with `Always` runs as long as the pod. */
  restartPolicy: z.string().optional(),
  resources: z.object({ requests: z.object({ cpu: z.union([z.string(), z.number()]) }) }),
});
const workload = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number().default(1),
    template: z.object({
      spec: z.object({
        containers: z.array(container),
        initContainers: z.array(container).default([]),
      }),
    }),
  }),
});

/** All pods of an environment that run for good, as `make synth` writes them. */
export function podGroupsOf(target: Target): PodGroup[] {
  return objectsOf(target)
    .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
    .map((object) => {
      const { metadata, spec } = workload.parse(object);
      const { containers, initContainers } = spec.template.spec;
      const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
      const cpu = [...containers, ...sidecars].reduce(
        (sum, { resources }) => sum + milliOf(String(resources.requests.cpu)),
        0,
      );
      return { name: metadata.name, count: spec.replicas, cpu };
    });
}
