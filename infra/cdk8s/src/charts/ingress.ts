import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { Exposure } from '../environments.ts';
import { components } from '../names.ts';

/** One host name, with TLS, for the app's Service. */
export class AppIngress extends Construct {
  constructor(scope: Construct, id: string, exposure: Extract<Exposure, { kind: 'ingress' }>) {
    super(scope, id);
    const { host, className, tlsSecret } = exposure;
    const name = components.app;
    new k8s.KubeIngress(this, 'ingress', {
      metadata: { name },
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
  }
}
