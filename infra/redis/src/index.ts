export { type RedisPlacement, redisConfig } from './config.ts';
