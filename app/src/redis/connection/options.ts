import { readFileSync } from 'node:fs';
import { type RedisLogin, redisHasTls, type Settings } from '@recipe-book/settings';

/** Longest wait between two attempts to connect, milliseconds. */
const maxReconnectDelay = 2000;

/** What the client of each server is told, be it Redis or a Sentinel. */
export function clientOptions(login: RedisLogin | undefined) {
  return {
    ...login,
    // A command fails at once while there is no connection.
    disableOfflineQueue: true,
    // They ask for rights that the app does not need.
    disableClientInfo: true,
    maintNotifications: 'disabled' as const,
  };
}

/**
 * How sockets are opened, and again after they were closed.
 * @param closed closes all of them for good. Clients forget those that are still being opened, which
 *   keep the process alive for seconds, and for ever when the server then says nothing.
 */
export function socketOptions(settings: Settings, closed: AbortSignal) {
  return {
    signal: closed,
    reconnectStrategy: (attempt: number) =>
      !closed.aborted &&
      Math.min(50 * 2 ** Math.min(attempt, 10), maxReconnectDelay) * (0.5 + Math.random() / 2),
    ...(redisHasTls(settings) && tlsOptions(settings)),
  };
}

function tlsOptions(settings: Settings) {
  const { REDIS_TLS_CA_FILE: ca, REDIS_TLS_CERT_FILE: cert, REDIS_TLS_KEY_FILE: key } = settings;
  return {
    tls: true as const,
    ...(ca !== undefined && { ca: read('REDIS_TLS_CA_FILE', ca) }),
    ...(cert !== undefined && { cert: read('REDIS_TLS_CERT_FILE', cert) }),
    ...(key !== undefined && { key: read('REDIS_TLS_KEY_FILE', key) }),
    ...(!settings.REDIS_TLS_VERIFY_HOSTNAME && { checkServerIdentity: () => undefined }),
  };
}

function read(setting: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${setting} is "${path}"; the file cannot be read.`, { cause: error });
  }
}
