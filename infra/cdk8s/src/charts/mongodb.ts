import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { hardenedContainer } from '../constructs/hardening.ts';
import { tcpProbe } from '../constructs/probes.ts';
import { SingleServer } from '../constructs/single-server.ts';
import { resources, type Size } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports } from '../names.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';

export interface MongodbOptions {
  readonly size: Size;
  readonly storage: string;
}

/** A single MongoDB without a password, for development; only the app may connect. */
export class MongodbChart extends Chart {
  constructor(scope: Construct, id: string, target: Target, options: MongodbOptions) {
    super(scope, id, chartProps(target));
    new SingleServer(this, 'mongodb', {
      name: components.mongodb,
      port: ports.mongodb,
      container: {
        ...hardenedContainer,
        name: 'mongodb',
        image: images.mongodb,
        command: ['mongod'],
        // By default the cache takes half of the memory of the node.
        args: ['--bind_ip_all', '--dbpath', paths.data, '--wiredTigerCacheSizeGB', '0.25'],
        resources: resources(options.size),
        readinessProbe: tcpProbe(ports.mongodb, { periodSeconds: 5, timeoutSeconds: 3 }),
        livenessProbe: tcpProbe(ports.mongodb, {
          initialDelaySeconds: 60,
          periodSeconds: 10,
          timeoutSeconds: 3,
        }),
      },
      dataDir: paths.data,
      storage: options.storage,
      waivers: {
        'kube-score': {
          'pod-probes-identical':
            'Not every image of it has a shell to ask it with: both connect, liveness with more patience.',
        },
      },
    });
    new Traffic(this, 'traffic', {
      component: components.mongodb,
      from: [components.app, components.migration].map((component) => ({
        component,
        port: ports.mongodb,
      })),
      to: [],
    });
  }
}
