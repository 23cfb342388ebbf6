import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  authorizationVariable,
  backendAuthorization,
  collectorConfig,
  collectorEnvironment,
} from '@recipe-book/otel-collector';
import { pathOf } from '@recipe-book/tools';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { writeJson } from '../write-config.ts';
import { instanceName } from './names.ts';

/** What it may use, bytes: as much as in a pod. Nothing ends it when it uses more. */
const memoryBytes = 320 * 1024 ** 2;

/** The Collector of one instance. */
export function collectorPart(input: StackInput, instance: number): Part {
  const { settings, paths, placements, tools } = input;
  const name = instanceName('collector', instance);
  const placement = placements.collector(instance);
  mkdirSync(placement.filesDir, { recursive: true });
  const config = join(paths.config, `${name}.json`);
  writeJson(config, collectorConfig(settings, placement));
  return {
    name,
    command: pathOf(tools, 'otelcol'),
    args: ['--config', config],
    env: {
      ...collectorEnvironment(memoryBytes, name),
      [authorizationVariable]: backendAuthorization(settings) ?? '',
    },
    ports: [
      { port: placement.grpcPort, what: 'OTLP over gRPC' },
      { port: placement.httpPort, what: 'OTLP over HTTP' },
      ...(placement.webPort === undefined
        ? []
        : [{ port: placement.webPort, what: 'OTLP from browsers' }]),
      { port: placement.healthPort, what: 'the Collector’s health check' },
    ],
    // Telemetry can wait.
    niceness: 15,
    ready: { http: `http://127.0.0.1:${placement.healthPort}/` },
  };
}
