import { redisLogin, redisNodes, type Settings } from '@recipe-book/settings';
import { createClient } from 'redis';
import type { Connection, Observer } from './connection.ts';
import { clientOptions, socketOptions } from './options.ts';

/** The connection to one server. */
export function singleConnection(settings: Settings, observer: Observer): Connection {
  const [server] = redisNodes(settings);
  const closed = new AbortController();
  const client = createClient({
    ...clientOptions(redisLogin(settings)),
    database: settings.REDIS_DB,
    socket: {
      ...socketOptions(settings, closed.signal),
      host: server?.address,
      port: server?.port,
    },
  });
  client.on('error', (error: unknown) => observer.failed(error));
  client.on('ready', () => observer.ready());
  return {
    commands: client,
    get isReady() {
      return client.isReady;
    },
    memory: async () => [await client.info('memory')],
    connect: async () => {
      await client.connect();
    },
    close: async () => {
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
      closed.abort();
    },
  };
}
