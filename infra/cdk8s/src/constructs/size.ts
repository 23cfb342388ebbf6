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

/** Whole KiB as Kubernetes writes them, in MiB where that is shorter. */
export function quantity(bytes: number): string {
  const kibibytes = bytes / 1024;
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024}Mi` : `${kibibytes}Ki`;
}

/** A size as Kubernetes writes it. */
export function resources(size: Size): k8s.ResourceRequirements {
  const { fromString } = k8s.Quantity;
  return {
    requests: { cpu: fromString(size.cpu), memory: fromString(size.memory) },
    limits: { memory: fromString(size.memoryLimit) },
  };
}
