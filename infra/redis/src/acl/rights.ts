/** Who uses Redis. */
export type Role = 'app' | 'ratelimit' | 'replication' | 'sentinel' | 'operator';

/** What a role may do. */
interface Rights {
  /** Commands, as the ACL writes them without the plus. */
  readonly commands: readonly string[];
  /** Patterns of keys. */
  readonly keys: readonly string[];
  /** Patterns of channels. */
  readonly channels: readonly string[];
}

/**
 * What each role sends and nothing besides, found by watching real ones (`MONITOR`). What comes before
 * a login (AUTH, HELLO) needs no right.
 * @param prefix REDIS_KEY_PREFIX.
 */
export function rightsOf(role: Role, prefix: string): Rights {
  switch (role) {
    case 'ratelimit':
      return {
        commands: ['incrby', 'expire', ...connection],
        keys: [`${prefix}ratelimit:*`],
        channels: [],
      };
    case 'app':
      return {
        // EVAL frees locks, by GET and DEL; INFO tells how full the memory is.
        commands: [
          ...['get', 'set', 'del', 'eval', 'info'],
          ...['publish', 'subscribe'],
          ...connection,
        ],
        keys: [`${prefix}cache:*`],
        channels: [`${prefix}*`],
      };
    case 'replication':
      return { commands: ['psync', 'replconf', 'ping'], keys: [], channels: [] };
    case 'sentinel':
      return {
        commands: [
          ...['multi', 'exec', 'slaveof', 'config|rewrite', 'script|kill'],
          ...['client|setname', 'client|kill', 'info', 'role', 'ping', 'publish', 'subscribe'],
        ],
        keys: [],
        channels: ['__sentinel__:hello'],
      };
    case 'operator':
      return { commands: ['@all'], keys: ['*'], channels: ['*'] };
  }
}

/** For any client: a sign of life, the choice of the database, and the ways of a cluster. */
const connection = ['ping', 'select', 'readonly', 'asking', 'cluster|slots'];
