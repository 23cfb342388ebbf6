import type { Settings } from '@recipe-book/settings';
import { alerts } from './alerts/index.ts';
import type { Client } from './client/client.ts';
import type { Kind } from './converge/kind.ts';
import { dashboards } from './dashboards/index.ts';
import { destinations } from './destinations/index.ts';
import { streams } from './streams/index.ts';
import { templates } from './templates/index.ts';
import { users } from './users/index.ts';

/** Everything, in the order in which it needs each other. */
export function kinds(client: Client, settings: Settings): Kind[] {
  return [
    streams(client, settings),
    users(client, settings),
    templates(client, settings),
    destinations(client, settings),
    alerts(client, settings),
    dashboards(client, settings),
  ];
}
