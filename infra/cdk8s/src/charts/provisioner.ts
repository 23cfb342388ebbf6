import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { appImage } from '../app-image.ts';
import { hardenedContainer } from '../constructs/hardening.ts';
import { resources, type Size } from '../constructs/size.ts';
import { Traffic } from '../constructs/traffic.ts';
import { components } from '../names.ts';
import { openobserveSecrets } from '../openobserve-settings.ts';
import { type Target, variables } from '../target.ts';
import { telemetryPeers } from './app-traffic.ts';
import { chartProps } from './chart-props.ts';
import { runOnce } from './once.ts';
import { secretEnv } from './secret-env.ts';

const name = components.provisioner;

/** It waits for answers most of the time. */
const size: Size = { cpu: '50m', memory: '96Mi', memoryLimit: '256Mi' };

/**
 * Sets OpenObserve up, as `make observe` does, once for each version of the app and of its settings. A Job
 * cannot be changed, so its name tells its content; running it again does no harm.
 */
export class ProvisionerChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    runOnce(this, target, name, {
      ...hardenedContainer,
      name,
      image: appImage(target.settings),
      command: ['node', 'infra/openobserve/src/main.ts'],
      env: environment(target),
      resources: resources(size),
    });
    new Traffic(this, 'traffic', { component: name, from: [], to: telemetryPeers(target) });
  }
}

function environment(target: Target): k8s.EnvVar[] {
  const { settings } = target;
  const secrets = openobserveSecrets(settings);
  const set: Readonly<Record<string, string | undefined>> = {
    ...target.chosen,
    OPENOBSERVE_URL: settings.OPENOBSERVE_URL,
    ...retention(target),
  };
  return [
    { name: 'APP_ENV', value: target.environment },
    ...variables
      .filter(([variable, { readers }]) => readers.includes('observe') && !(variable in secrets))
      .flatMap(([variable]) => {
        const value = set[variable];
        return value === undefined ? [] : [{ name: variable, value }];
      }),
    ...Object.entries(secrets).map(([variable, key]) => secretEnv(variable, key)),
  ];
}

/** The volume of an OpenObserve here is made for so many days, whatever streams are set to. */
function retention({ options: { openobserve }, runs, settings }: Target): Record<string, string> {
  if (!runs.openobserve || openobserve.kind === 'external') return {};
  const names = ['LOGS', 'TRACES', 'METRICS'] as const;
  return Object.fromEntries(
    names.map((signal) => {
      const variable = `OPENOBSERVE_RETENTION_${signal}` as const;
      return [variable, String(Math.min(settings[variable], openobserve.retentionDays))];
    }),
  );
}
