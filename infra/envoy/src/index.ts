export { envoyArguments } from './arguments.ts';
export { envoyBootstrap } from './bootstrap.ts';
export type { Json, JsonObject } from './json.ts';
export { rateLimitMetrics, rateLimitResults } from './metrics/names.ts';
export type { Endpoint, EnvoyPlacement, SocketPath } from './placement.ts';
export { recipeBookPolicies } from './policies/policies.ts';
export type { Client, Policy, Scope } from './policies/policy.ts';
export { type RateLimitPlacement, rateLimitEnvironment } from './ratelimit/environment.ts';
export { rateLimitConfig } from './ratelimit/limits.ts';
