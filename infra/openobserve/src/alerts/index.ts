import type { Settings } from '@recipe-book/settings';
import type { Client } from '../client/client.ts';
import { differences } from '../converge/differences.ts';
import type { Found, Kind } from '../converge/kind.ts';
import { Folder } from '../folders.ts';
import { record, records, text } from '../json.ts';
import { nameFor } from '../templates/wanted.ts';
import { alertBody } from './body.ts';
import { allAlerts } from './wanted.ts';

type Body = ReturnType<typeof alertBody>;

/** Alerts of the program's folder; there are none while they have nowhere to go. */
export function alerts(client: Client, settings: Settings): Kind<Body> {
  const folder = new Folder(client, 'alerts');
  const targets = (settings.OPENOBSERVE_ALERTS_TO ?? []).map(nameFor);
  const wanted = targets.length === 0 ? [] : allAlerts(settings);
  return {
    kind: 'alert',
    wanted: new Map(wanted.map((alert) => [alert.name, alertBody(alert, targets)])),
    async read() {
      const id = await folder.find();
      if (id === undefined) return [];
      const listed = record(await client.get(`v2/alerts?folder=${id}`));
      const found: Found[] = [];
      for (const entry of records(listed['list'])) {
        const alert = text(entry['alert_id']);
        // The list has no destinations.
        const state = record(await client.get(`v2/alerts/${alert}`));
        found.push({ name: text(entry['name']), id: alert, isOwn: true, state });
      }
      return found;
    },
    // How rows are written is not told again.
    differences: ({ state }, { row_template_type: _, ...body }) => differences(state, body),
    async create(_, body) {
      await client.post(`v2/alerts?folder=${await folder.ensure()}`, body);
    },
    async change({ id }, body) {
      await client.put(`v2/alerts/${id}`, body);
    },
    async remove({ id }) {
      await client.delete(`v2/alerts/${id}`);
    },
  };
}
