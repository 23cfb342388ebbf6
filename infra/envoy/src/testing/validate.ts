import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { type Outcome, runProgram } from '@recipe-book/test/programs';
import { envoyBootstrap, type Policy, rateLimitConfig } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { testPlacement } from './placement.ts';

/** Asks the real Envoy whether it takes a configuration. */
export function validateEnvoy(bootstrap: JsonObject): Outcome {
  return withFile('envoy.json', bootstrap, (path) =>
    runProgram('envoy', ['--mode', 'validate', '-c', path, '--log-level', 'warn']),
  );
}

/** Asks the real ratelimit service's checker whether it takes a limits file. */
export function checkLimits(limits: JsonObject): Outcome {
  return withFile('limits.yaml', limits, (_, folder) =>
    runProgram('ratelimit-config-check', ['-config_dir', folder]),
  );
}

/** Both, for a set of policies. */
export function validatePolicies(policies: readonly Policy[]): Outcome[] {
  return [
    validateEnvoy(envoyBootstrap(loadSettings({}), policies, testPlacement)),
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
