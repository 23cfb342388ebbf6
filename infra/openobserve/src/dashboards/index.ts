import type { Settings } from '@recipe-book/settings';
import type { Client } from '../client/client.ts';
import { differences } from '../converge/differences.ts';
import type { Kind } from '../converge/kind.ts';
import { Folder } from '../folders.ts';
import { record, records, text } from '../json.ts';
import { dashboardBody } from './dashboard.ts';
import { allDashboards } from './wanted.ts';

type Body = ReturnType<typeof dashboardBody>;

/** Dashboards of the program's folder. */
export function dashboards(client: Client, settings: Settings): Kind<Body> {
  const folder = new Folder(client, 'dashboards');
  return {
    kind: 'dashboard',
    wanted: new Map(allDashboards(settings).map((one) => [one.title, dashboardBody(one)])),
    async read() {
      const id = await folder.find();
      if (id === undefined) return [];
      const { dashboards: list } = record(await client.get(`dashboards?folder=${id}`));
      return records(list).map((entry) => ({
        name: text(entry['title']),
        id: text(entry['dashboard_id']),
        isOwn: true,
        // One key for each version of the schema, of which one is filled.
        state: record(entry[`v${entry['version']}`]),
      }));
    },
    differences: ({ state }, { owner: _, ...body }) => differences(state, body),
    async create(_, body) {
      await client.post(`dashboards?folder=${await folder.ensure()}`, body);
    },
    async change({ id }, body) {
      // The hash says which state it is that is written over.
      const hash = text(record(await client.get(`dashboards/${id}`))['hash']);
      await client.put(`dashboards/${id}?folder=${await folder.ensure()}&hash=${hash}`, body);
    },
    async remove({ id }) {
      await client.delete(`dashboards/${id}?folder=${await folder.ensure()}`);
    },
  };
}
