import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { selectorOf } from './labels.ts';
import { waived } from './waivers.ts';

/** How clients reach the pods. */
export type ServiceType =
  /** From inside the cluster, and through an ingress controller. */
  | { readonly type: 'ClusterIP' }
  /** At a port of every node that has such a pod. */
  | {
      readonly type: 'NodePort';
      /** 30000 to 32767; left out, the cluster picks one. */
      readonly nodePort?: number;
    }
  /** At an address of its own, from the cloud's load balancer. */
  | {
      readonly type: 'LoadBalancer';
      /** For the cloud, by its own names. */
      readonly annotations?: Readonly<Record<string, string>>;
    };

export interface AppServiceProps {
  /** Name of the Service and of the component whose pods it leads to. */
  readonly name: string;
  /** Whether the pods speak TLS: the port is then 443 and called `https`, else 80 and `http`. */
  readonly tls: boolean;
  /** Port of the pods. By its number: their sidecar's names count from Kubernetes 1.32 on alone. */
  readonly targetPort: number;
  readonly service: ServiceType;
}

/**
 * The Service of an app. The address of the client stays however it comes in from outside: limits count
 * by it, and a hop between nodes would hide it.
 *
 * @example
 * new AppService(this, 'service', {
 *   name: 'greeter', tls: true, targetPort: 8080, service: { type: 'LoadBalancer' },
 * });
 */
export class AppService extends Construct {
  constructor(scope: Construct, id: string, props: AppServiceProps) {
    super(scope, id);
    const { name, tls, targetPort, service } = props;
    const { type } = service;
    new k8s.KubeService(this, 'service', {
      metadata: { name, annotations: annotationsOf(service) },
      spec: {
        type,
        ...(type !== 'ClusterIP' && { externalTrafficPolicy: 'Local' }),
        selector: selectorOf(name),
        ports: [
          {
            ...(tls ? { name: 'https', port: 443 } : { name: 'http', port: 80 }),
            targetPort: k8s.IntOrString.fromNumber(targetPort),
            ...('nodePort' in service && { nodePort: service.nodePort }),
          },
        ],
      },
    });
  }
}

function annotationsOf(service: ServiceType): Record<string, string> {
  if (service.type === 'LoadBalancer') return { ...service.annotations };
  if (service.type === 'ClusterIP') return {};
  return waived({
    'kube-score': {
      'service-type': 'Whoever chose NodePort has neither load balancer nor ingress.',
    },
  });
}
