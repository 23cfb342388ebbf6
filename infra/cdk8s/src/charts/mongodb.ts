import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { hardenedContainer } from '../constructs/hardening.ts';
import { tcpProbe } from '../constructs/probes.ts';
import { SingleServer } from '../constructs/single-server.ts';
import { resources, type Size } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { images } from '../images.ts';
import { components, paths, ports } from '../names.ts';
import type { InClusterMongodb } from '../store-options.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';

const name = components.mongodb;
const replicaSet = 'rs0';

/** What of its memory is the cache's, in GB; by default it would be half of the node's. */
const cache = '0.25';

/**
 * Makes the replica set, unless it is made already, and fails until the server takes writes. The member
 * is named after the Service, so that whoever asks the server for its address is led back to it.
 */
const initiate = `try { rs.status() } catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  rs.initiate({ _id: '${replicaSet}', members: [{ _id: 0, host: '${name}:${ports.mongodb}' }] });
}
`;
const takesWrites = 'if (!db.hello().isWritablePrimary) quit(1);\n';

/**
 * One MongoDB without a password, for development; only the app may connect. It is a replica set of its
 * own, as databases elsewhere are, so that what needs one (transactions, change streams) works here too.
 */
export class MongodbChart extends Chart {
  constructor(scope: Construct, id: string, target: Target, options: InClusterMongodb) {
    super(scope, id, chartProps(target));
    new SingleServer(this, 'mongodb', {
      name,
      port: ports.mongodb,
      container: mongodbContainer(options.size),
      dataDir: paths.data,
      storage: options.storage,
      // The server looks for itself in the replica set, while the Service does not lead to it yet.
      ownName: true,
      // It writes everything to the disk, and at first waits for another member that could take over.
      terminationGracePeriodSeconds: 60,
    });
    new Traffic(this, 'traffic', {
      component: name,
      from: [components.app, components.migration].map((component) => ({
        component,
        port: ports.mongodb,
      })),
      to: [],
    });
  }
}

function mongodbContainer(size: Size): k8s.Container {
  return {
    ...hardenedContainer,
    name: 'mongodb',
    image: images.mongodb,
    command: ['mongod'],
    args: [
      '--bind_ip_all',
      ...['--dbpath', paths.data],
      ...['--replSet', replicaSet],
      ...['--wiredTigerCacheSizeGB', cache],
    ],
    // The shell keeps a folder of its own there.
    env: [{ name: 'HOME', value: '/tmp' }],
    resources: resources(size),
    // Two minutes.
    startupProbe: shellProbe(initiate + takesWrites, { periodSeconds: 3, failureThreshold: 40 }),
    // Each start of the shell takes a second of processor time.
    readinessProbe: shellProbe(takesWrites, { periodSeconds: 15 }),
    livenessProbe: tcpProbe(ports.mongodb, { periodSeconds: 10, timeoutSeconds: 3 }),
  };
}

/** A probe that asks the server for something by its shell, as a client would. */
function shellProbe(script: string, timing: Partial<k8s.Probe>): k8s.Probe {
  const command = ['mongosh', '--quiet', '--eval', script];
  return { exec: { command }, timeoutSeconds: 10, ...timing };
}
