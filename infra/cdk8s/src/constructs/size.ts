import { k8s } from 'cdk8s-plus-27';

/** What a container asks for and may use at most. CPU has no limit: it would only add latency. */
export interface Size {
  /** Requested CPU, such as `100m`. */
  readonly cpu: string;
  /** Requested memory, such as `64Mi`. */
  readonly memory: string;
  /** The container is ended when it uses more, such as `128Mi`. */
  readonly memoryLimit: string;
}

/** A size as Kubernetes writes it. */
export function resources(size: Size): k8s.ResourceRequirements {
  const quantity = k8s.Quantity.fromString;
  return {
    requests: { cpu: quantity(size.cpu), memory: quantity(size.memory) },
    limits: { memory: quantity(size.memoryLimit) },
  };
}
