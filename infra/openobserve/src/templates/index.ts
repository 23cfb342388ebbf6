import type { Settings } from '@recipe-book/settings';
import type { Client } from '../client/client.ts';
import { differences } from '../converge/differences.ts';
import type { Kind } from '../converge/kind.ts';
import { named } from '../named.ts';
import { type Template, wantedTemplates } from './wanted.ts';

const path = 'alerts/templates';

/** How messages are written; destinations need them. */
export function templates(client: Client, settings: Settings): Kind<Template> {
  return {
    kind: 'template',
    wanted: wantedTemplates(settings),
    read: async () => named(await client.get(path)),
    differences: ({ state }, template) => differences(state, template),
    async create(name, template) {
      await client.post(path, { name, ...template });
    },
    async change({ id }, template) {
      await client.put(`${path}/${id}`, { name: id, ...template });
    },
    async remove({ id }) {
      await client.delete(`${path}/${id}`);
    },
  };
}
