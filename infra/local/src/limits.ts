import { join } from 'node:path';
import { envoyRoutes, rateLimitConfig, routesFile } from '@recipe-book/envoy';
import type { StackInput } from './stack-input.ts';
import { replaceWatched } from './write-config.ts';

/**
 * Writes what the policies are compiled to, for the ratelimit service and for all Envoys. Both watch their
 * files, so a running stack takes them at once.
 * @throws Error when a policy cannot be carried out; nothing is written then.
 */
export function writeLimits({ settings, policies, placements }: StackInput): void {
  const routes = envoyRoutes(settings, policies);
  const limits = rateLimitConfig(policies);
  // The service first: Envoy must not ask for a limit that is not there yet.
  replaceWatched(join(placements.ratelimit.runtimeRoot, 'config', 'limits.yaml'), limits);
  replaceWatched(join(placements.envoy(0).routesDir, routesFile), routes);
}
