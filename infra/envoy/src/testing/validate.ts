import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { type Outcome, runProgram } from '@recipe-book/test/programs';
import { envoyBootstrap, envoyRoutes, type Policy, rateLimitConfig } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { testPlacement } from './placement.ts';

/** Asks the real Envoy whether it takes a configuration as it stands. */
export function validateBootstrap(bootstrap: JsonObject): Outcome {
  return withFile('envoy.json', bootstrap, (path) =>
    runProgram('envoy', ['--mode', 'validate', '-c', path, '--log-level', 'warn']),
  );
}

/** The same with the routes, which Envoy would else read at its start only: here they stand in the listener. */
export function validateEnvoy(bootstrap: JsonObject, routes: JsonObject): Outcome {
  const [{ '@type': _, ...route_config }] = routes['resources'] as unknown as [JsonObject];
  const inline = JSON.parse(JSON.stringify(bootstrap), (key, value) =>
    key === 'typed_config' && value.rds ? { ...value, rds: undefined, route_config } : value,
  );
  return validateBootstrap(inline);
}

/** Asks the real ratelimit service's checker whether it takes a limits file. */
export function checkLimits(limits: JsonObject): Outcome {
  return withFile('limits.yaml', limits, (_, folder) =>
    runProgram('ratelimit-config-check', ['-config_dir', folder]),
  );
}

/** Both, for a set of policies. */
export function validatePolicies(policies: readonly Policy[]): Outcome[] {
  const settings = loadSettings({});
  return [
    validateEnvoy(envoyBootstrap(settings, testPlacement), envoyRoutes(settings, policies)),
    checkLimits(rateLimitConfig(policies)),
  ];
}

function withFile<T>(
  name: string,
  content: JsonObject,
  use: (path: string, folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'envoy-'));
  try {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
