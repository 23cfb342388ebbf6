import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateSecret, envoyArguments, envoyBootstrap } from '@recipe-book/envoy';
import { pathOf } from '@recipe-book/tools';
import { scheme } from '../scheme.ts';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { writeJson } from '../write-config.ts';
import { drainEnvoy } from './drain-envoy.ts';
import { limiterNiceness } from './limiter-niceness.ts';
import { instanceName, sharedNames } from './names.ts';

/** The Envoy of one instance. */
export function envoyPart(input: StackInput, instance: number): Part {
  const { settings, placements, tools } = input;
  const name = instanceName('envoy', instance);
  const placement = placements.envoy(instance);
  const config = configPath(input, instance);
  writeJson(config, envoyBootstrap(settings, placement));
  if (placement.tls) writeJson(placement.tls.secretFile, certificateSecret(placement.tls));
  return {
    name,
    command: pathOf(tools, 'envoy'),
    args: envoyArguments(config),
    env: { OTEL_RESOURCE_ATTRIBUTES: `service.instance.id=${name}` },
    after: [
      sharedNames.ratelimit,
      instanceName('collector', instance),
      instanceName('app', instance),
    ],
    ports: [
      { port: placement.ingress.port, what: 'the ingress' },
      { port: placement.probes.port, what: 'the probes' },
      { port: placement.admin.port, what: 'Envoy’s admin interface' },
    ],
    // As in a pod: the app finishes what clients wait for, which Envoy gives them.
    stopsWith: [instanceName('app', instance)],
    beforeStop: (over) => drainEnvoy(placement.admin.port, over),
    stopTimeoutMs: settings.SHUTDOWN_TIMEOUT + 5000,
    niceness: limiterNiceness,
    // Through Envoy to the app: ready means that a client gets answers.
    ready: { http: `${scheme(settings)}://127.0.0.1:${placement.ingress.port}/health/ready` },
  };
}

/** Whether the Envoys of the running stack were started with what the settings say, but for routes and limits. */
export function isEnvoyAsStarted(input: StackInput): boolean {
  const now = `${JSON.stringify(envoyBootstrap(input.settings, input.placements.envoy(0)), null, 2)}\n`;
  return readFileSync(configPath(input, 0), 'utf8') === now;
}

function configPath({ paths }: StackInput, instance: number): string {
  return join(paths.config, `${instanceName('envoy', instance)}.json`);
}
