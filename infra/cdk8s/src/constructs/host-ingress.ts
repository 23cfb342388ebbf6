import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { waived } from './waivers.ts';

/** A host name at an ingress controller. */
export interface HostProps {
  readonly host: string;
  /** Name of the IngressClass, such as `nginx`. */
  readonly className: string;
  /** Name of a Secret of type kubernetes.io/tls: it exists, or cert-manager makes it. */
  readonly tlsSecret: string;
  /**
   * Name of a ClusterIssuer of cert-manager, which then gets the certificate, renews it and keeps it in
   * `tlsSecret`. Its pods that prove by HTTP whose name it is are let through.
   */
  readonly clusterIssuer?: string;
  /** For the controller, by its own names. */
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface HostIngressProps extends HostProps {
  /** Name of the Service that takes the requests, and of the Ingress itself; its port is called `http`. */
  readonly name: string;
}

/** Port of cert-manager's pods that answer HTTP-01 challenges (RFC 8555, section 8.3). */
const solverPort = 8089;

/**
 * One host name, with TLS that ends at the ingress controller, for a Service.
 *
 * @example
 * new HostIngress(this, 'ingress', {
 *   name: 'greeter', host: 'greeter.example', className: 'nginx',
 *   tlsSecret: 'greeter-tls', clusterIssuer: 'letsencrypt',
 * });
 */
export class HostIngress extends Construct {
  constructor(scope: Construct, id: string, props: HostIngressProps) {
    super(scope, id);
    const { name, host, className, tlsSecret, clusterIssuer, annotations } = props;
    new k8s.KubeIngress(this, 'ingress', {
      metadata: {
        name,
        annotations: {
          ...annotations,
          ...(clusterIssuer !== undefined && { 'cert-manager.io/cluster-issuer': clusterIssuer }),
        },
      },
      spec: {
        ingressClassName: className,
        tls: [{ hosts: [host], secretName: tlsSecret }],
        rules: [
          {
            host,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name, port: { name: 'http' } } },
                },
              ],
            },
          },
        ],
      },
    });
    if (clusterIssuer !== undefined) this.#letSolversThrough(name);
  }

  /** Where everything is denied at first, the challenge would never get its answer. */
  #letSolversThrough(name: string): void {
    const ports = [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(solverPort) }];
    new k8s.KubeNetworkPolicy(this, 'solvers', {
      metadata: {
        name: `${name}-certificate`,
        annotations: waived({
          'kube-score': {
            'networkpolicy-targets-pod': 'cert-manager runs the pods while it proves the name.',
          },
        }),
      },
      spec: {
        podSelector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
        policyTypes: ['Ingress'],
        ingress: [{ ports }],
      },
    });
  }
}

/** A name in the DNS (RFC 1123, section 2.1) in lower case, as an Ingress wants it. No address: those end in digits alone. */
const hostName =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What cannot work, one sentence each. */
export function hostProblems({ host }: HostProps): string[] {
  if (hostName.test(host)) return [];
  return [
    `host is "${host}"; it must be a host name in lower case such as recipes.example, without a scheme or a port.`,
  ];
}
