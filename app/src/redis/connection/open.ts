import type { Settings } from '@recipe-book/settings';
import { ClusterConnection } from './cluster.ts';
import type { Connection, Observer } from './connection.ts';
import { sentinelConnection } from './sentinel.ts';
import { singleConnection } from './single.ts';

/** Makes the connection that REDIS_MODE asks for; it is not opened yet. */
export function makeConnection(settings: Settings, observer: Observer): Connection {
  switch (settings.REDIS_MODE) {
    case 'single':
      return singleConnection(settings, observer);
    case 'sentinel':
      return sentinelConnection(settings, observer);
    case 'cluster':
      return new ClusterConnection(settings, observer);
  }
}
