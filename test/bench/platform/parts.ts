import { join } from 'node:path';
import type { Part } from '@recipe-book/local';
import { root } from '../../src/root.ts';
import { asInProduction } from '../stack/production.ts';
import { withConfig } from '../stack/with-config.ts';
import type { Surroundings } from './stack.ts';

const here = 'test/bench/platform';

/** The parts of a usual stack as production has them, and with them what they are measured against. */
export function comparedParts(usual: readonly Part[], surroundings: Surroundings): Part[] {
  const parts = asInProduction(usual).map((part) =>
    part.name === 'collector' ? decidingSoon(part) : part,
  );
  const app = parts.find(({ name }) => name === 'app');
  if (!app) throw new Error('There is no part "app" any more.');
  const production = { ...app, env: { ...app.env, NODE_ENV: 'production', LOG_LEVEL: 'http' } };
  return [
    ...parts.filter((part) => part !== app),
    ...[production, fat(production, surroundings), alone(production, surroundings)].map((part) =>
      watched(part, surroundings),
    ),
    watched(bare(surroundings), surroundings),
  ];
}

/** What is left to do for requests that are over would else be done when it is measured no more. */
function decidingSoon(collector: Part): Part {
  return withConfig(collector, (key, value) => (key === 'decision_wait' ? '1s' : value));
}

/** The app in one process, with the same database and Redis. */
function fat(app: Part, { ports, settings, backend, logs }: Surroundings): Part {
  return {
    ...onPort(app, ports.fat),
    name: 'fat',
    args: ['--import', `./${here}/fat/telemetry.ts`, `${here}/fat/main.ts`],
    env: {
      ...onPort(app, ports.fat).env,
      ...settings,
      LOG_FILE_PATH: join(logs, 'fat'),
      OTEL_EXPORTER_OTLP_ENDPOINT: backend,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    },
  };
}

/** The app without anything before it and without telemetry. */
function alone(app: Part, { ports }: Surroundings): Part {
  const part = onPort(app, ports.alone);
  return { ...part, name: 'app-alone', env: { ...part.env, OTEL_EXPORTER_OTLP_ENDPOINT: '' } };
}

function bare({ ports }: Surroundings): Part {
  return {
    name: 'bare',
    command: process.execPath,
    args: [`${here}/bare.ts`],
    cwd: root,
    env: { PORT: String(ports.bare), UPSTREAM: `http://127.0.0.1:${ports.ingress}` },
    ready: { tcp: { port: ports.bare } },
  };
}

function onPort(app: Part, port: number): Part {
  return {
    ...app,
    env: { ...app.env, SOCKET_PATH: undefined, PORT: String(port) },
    ready: { http: `http://127.0.0.1:${port}/health/ready` },
  };
}

/** It tells how late its event loop is, and sends its spans when asked. */
function watched(part: Part, { insideSocket }: Surroundings): Part {
  return {
    ...part,
    args: ['--import', `./${here}/inside/register.ts`, ...part.args],
    env: { ...part.env, INSIDE_SOCKET: insideSocket(part.name) },
  };
}
