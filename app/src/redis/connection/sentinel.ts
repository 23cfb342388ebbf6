import { redisLogin, redisNodes, type Settings, sentinelLogin } from '@recipe-book/settings';
import { createSentinel } from 'redis';
import { untilConnected } from './again.ts';
import type { Connection, Observer } from './connection.ts';
import { clientOptions, socketOptions } from './options.ts';

/** The connection to the server that the Sentinels name, and to the next one that they name. */
export function sentinelConnection(settings: Settings, observer: Observer): Connection {
  const closed = new AbortController();
  const socket = socketOptions(settings, closed.signal);
  const sentinel = createSentinel({
    name: settings.REDIS_SENTINEL_MASTER ?? '',
    sentinelRootNodes: redisNodes(settings).map(({ address: host, port }) => ({ host, port })),
    nodeClientOptions: { ...clientOptions(redisLogin(settings)), socket },
    sentinelClientOptions: { ...clientOptions(sentinelLogin(settings)), socket },
    passthroughClientErrorEvents: true,
  });
  sentinel.on('error', (error: unknown) => observer.failed(error));
  sentinel.on('ready', () => observer.ready());
  return {
    commands: sentinel,
    get isReady() {
      return sentinel.isReady;
    },
    memory: async () => [await sentinel.info('memory')],
    connect: () => untilConnected(() => sentinel.connect(), observer, closed.signal),
    close: async () => {
      if (sentinel.isReady) await sentinel.close();
      // It waits for what it is just doing, and that for an answer.
      closed.abort();
      if (sentinel.isOpen) await sentinel.destroy();
    },
  };
}
