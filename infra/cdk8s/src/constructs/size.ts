import { k8s } from 'cdk8s-plus-27';
import type { Waivers } from './waivers.ts';

/** What a container asks for and may use at most. CPU has no limit: it would only add latency. */
export interface Size {
  /** Requested CPU, such as `100m` or `0.5`; above 0. */
  readonly cpu: string;
  /** Requested memory, a whole number with Mi or Gi such as `64Mi`; at most `memoryLimit`. */
  readonly memory: string;
  /** The container is ended when it uses more, such as `128Mi`. */
  readonly memoryLimit: string;
  /**
   * Disk of the node that it gets, and may use at most: for its log, 50 MiB as the kubelet keeps it by
   * default, and for its folders that live as long as the pod. Default `128Mi`.
   */
  readonly disk?: string;
}

/** For everything that has a `Size`. */
export const noCpuLimit: Waivers = {
  'kube-score': { 'container-resources': 'A limit of CPU would only add latency.' },
  checkov: { CKV_K8S_11: 'A limit of CPU would only add latency.' },
};

/** Whole KiB as Kubernetes writes them, in MiB where that is shorter. */
export function quantity(bytes: number): string {
  const kibibytes = bytes / 1024;
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024}Mi` : `${kibibytes}Ki`;
}

/** A size as Kubernetes writes it. */
export function resources({
  cpu,
  memory,
  memoryLimit,
  disk = '128Mi',
}: Size): k8s.ResourceRequirements {
  const { fromString } = k8s.Quantity;
  const storage = { 'ephemeral-storage': fromString(disk) };
  return {
    requests: { cpu: fromString(cpu), memory: fromString(memory), ...storage },
    limits: { memory: fromString(memoryLimit), ...storage },
  };
}
