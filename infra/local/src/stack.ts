import { existsSync } from 'node:fs';
import { recipeBookPolicies } from '@recipe-book/envoy';
import {
  type EnvironmentText,
  redisNodes,
  type Settings,
  SettingsError,
} from '@recipe-book/settings';
import type { ToolPaths } from '@recipe-book/tools';
import { writeApiKeys } from './api-keys.ts';
import { checkCertificate } from './certificate.ts';
import { writeLimits } from './limits.ts';
import { ownOpenObserve } from './own-openobserve.ts';
import { hasOwnRedis } from './own-redis.ts';
import { appPart, signingKeyPath } from './parts/app.ts';
import { collectorPart } from './parts/collector.ts';
import { envoyPart } from './parts/envoy.ts';
import { mongodbPart } from './parts/mongodb.ts';
import { openobservePart } from './parts/openobserve.ts';
import { ratelimitPart } from './parts/ratelimit.ts';
import { redisPart } from './parts/redis.ts';
import { ownFolder, stackPaths } from './paths.ts';
import { checkSocketPaths, localPlacements, localTls } from './placements.ts';
import { ensureSigningKey } from './signing-key.ts';
import type { StackInput } from './stack-input.ts';
import type { Part } from './supervisor/index.ts';

/** Gathers what a stack is made from. */
export function stackInput(
  settings: Settings,
  text: EnvironmentText,
  tools: ToolPaths,
): StackInput {
  const paths = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  checkSocketPaths(paths);
  ownFolder(paths.state);
  const own = ownOpenObserve(settings, tools, paths);
  return {
    settings: { ...settings, ...own },
    text: { ...text, ...own },
    ownOpenObserve: own,
    tools,
    paths,
    policies: recipeBookPolicies(settings),
    placements: localPlacements(settings.INGRESS_PORT, paths, {
      redis: hasOwnRedis(text) ? undefined : redisNodes(settings),
      tls: localTls(settings, paths),
      hasApiKeys: settings.API_KEYS_FILE !== undefined,
    }),
  };
}

/** Writes the generated configs and gives the parts of the whole stack, as processes to run. */
export function stackParts(input: StackInput): Part[] {
  const { settings, text, paths } = input;
  if (settings.JWT_PRIVATE_KEY_FILE === undefined)
    ensureSigningKey(signingKeyPath(text, paths.keys));
  else if (!existsSync(settings.JWT_PRIVATE_KEY_FILE)) {
    throw new SettingsError([
      `JWT_PRIVATE_KEY_FILE is "${settings.JWT_PRIVATE_KEY_FILE}"; there is no such file.`,
    ]);
  }
  checkCertificate(localTls(settings, paths));
  writeLimits(input);
  writeApiKeys(input);
  const instances = Array.from({ length: settings.INSTANCES }, (_, instance) => instance);
  return [
    ...(hasOwnRedis(text) ? [redisPart(input)] : []),
    ...(text['MONGODB_URI'] ? [] : [mongodbPart(input)]),
    ratelimitPart(input),
    ...(input.ownOpenObserve ? [openobservePart(input, input.ownOpenObserve)] : []),
    ...instances.flatMap((instance) => [
      collectorPart(input, instance),
      appPart(input, instance),
      envoyPart(input, instance),
    ]),
  ];
}
