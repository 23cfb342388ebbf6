import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { appImage } from '../app-image.ts';
import { hardenedContainer } from '../constructs/hardening.ts';
import { resources } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { components } from '../names.ts';
import type { Target } from '../target.ts';
import { mongodbEnv } from './app-environment.ts';
import { chartProps } from './chart-props.ts';
import { databasePeer } from './database-peer.ts';
import { runOnce } from './once.ts';

const name = components.migration;

/**
 * Makes the database's indexes, once for each version of the app and of the Secret, which may name another
 * database: in production the app does not make them itself. A Job cannot be changed, so its name tells its
 * content; running it again does no harm.
 */
export class MigrationChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    runOnce(this, target, name, container(target));
    new Traffic(this, 'traffic', { component: name, from: [], to: [databasePeer(target)] });
  }
}

function container(target: Target): k8s.Container {
  return {
    ...hardenedContainer,
    name,
    image: appImage(target.settings),
    command: ['node', 'app/src/migrate.ts'],
    env: [{ name: 'APP_ENV', value: target.environment }, mongodbEnv(target)],
    resources: resources(target.options.app.size),
  };
}
