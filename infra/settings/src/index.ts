export { areas } from './areas/index.ts';
export { type LogLevel, logLevels } from './areas/logging.ts';
export type { AlertTarget } from './areas/openobserve.ts';
export type { RateLimitOverride } from './rate-limit-overrides.ts';
export {
  type RedisLogin,
  ratelimitRedisLogin,
  redisHasTls,
  redisLogin,
  redisNodes,
  sentinelLogin,
} from './redis/connection.ts';
export {
  defaultOf,
  type EnvironmentText,
  loadSettings,
  type Settings,
  SettingsError,
  withEnvFile,
  withEnvFileOf,
} from './settings.ts';
export type { HostPort } from './types.ts';
export { type Environment, environments, type Variable } from './variable.ts';
