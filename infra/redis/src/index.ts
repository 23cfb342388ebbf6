export { aclFile, type RedisUser } from './acl/acl-file.ts';
export { clusterNodeConfig } from './config/cluster-node.ts';
export {
  type RedisPlacement,
  type ServerOptions,
  type TlsOptions,
  usualMaxMemory,
} from './config/options.ts';
export { passwordSecrets } from './config/password.ts';
export { replicaConfig, replicationSecrets } from './config/replica.ts';
export { sentinelConfig } from './config/sentinel.ts';
export { redisConfig } from './config/server.ts';
