/** A cluster of kind, as its own configuration has it (kind.x-k8s.io/v1alpha4). */
export interface KindConfig {
  readonly kind: 'Cluster';
  readonly apiVersion: 'kind.x-k8s.io/v1alpha4';
  readonly name: string;
  readonly nodes: readonly object[];
}

/** Name of the cluster; its context is `kind-recipe-book`. */
export const kindName = 'recipe-book';

/** One node, whose port for the app answers at a port of this machine and nowhere else. */
export function kindConfig(nodePort: number, hostPort: number): KindConfig {
  return {
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    name: kindName,
    nodes: [
      {
        role: 'control-plane',
        extraPortMappings: [
          { containerPort: nodePort, hostPort, listenAddress: '127.0.0.1', protocol: 'TCP' },
        ],
      },
    ],
  };
}
