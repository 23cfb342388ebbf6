import type { Settings } from '@recipe-book/settings';
import type { Client } from '../client/client.ts';
import { differences } from '../converge/differences.ts';
import type { Kind } from '../converge/kind.ts';
import { named } from '../named.ts';
import { type Destination, wantedDestinations } from './wanted.ts';

const path = 'alerts/destinations';

/** Where alerts are sent; alerts need them. */
export function destinations(client: Client, settings: Settings): Kind<Destination> {
  return {
    kind: 'destination',
    wanted: wantedDestinations(settings),
    read: async () => named(await client.get(path)),
    differences: ({ state }, destination) => differences(state, destination),
    async create(name, destination) {
      await client.post(path, { name, ...destination });
    },
    async change({ id }, destination) {
      await client.put(`${path}/${id}`, { name: id, ...destination });
    },
    async remove({ id }) {
      await client.delete(`${path}/${id}`);
    },
  };
}
