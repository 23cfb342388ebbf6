import type { Settings } from '@recipe-book/settings';
import type { Client } from '../client/client.ts';
import type { Kind } from '../converge/kind.ts';
import { record } from '../json.ts';
import { type Stream, wantedStreams } from './wanted.ts';

/** Streams with how long they keep things and what is indexed. None is ever removed: they hold data. */
export function streams(client: Client, settings: Settings): Kind<Stream> {
  const wanted = wantedStreams(settings);
  return {
    kind: 'stream',
    wanted,
    async read() {
      const found = [];
      for (const [name, { type }] of wanted) {
        const body = await client.find(`streams/${name}/schema?type=${type}`);
        if (body === undefined) continue;
        found.push({ name, id: name, isOwn: false, state: record(record(body)['settings']) });
      }
      return found;
    },
    differences: ({ state }, stream) => Object.keys(changes(record(state), stream)),
    async create(name, { type, columns, retention, fullText, indexed }) {
      await client.post(`streams/${name}?type=${type}`, {
        fields: columns,
        settings: {
          data_retention: retention,
          full_text_search_keys: fullText,
          index_fields: indexed,
        },
      });
    },
    // All in one: of several at a time some are lost.
    async change({ id, state }, stream) {
      const path = `streams/${id}/settings?type=${stream.type}`;
      await client.put(path, changes(record(state), stream));
    },
  };
}

/** The update that is needed. Only what is missing is added, since 0.16.3 would add the rest once more. */
function changes(settings: Readonly<Record<string, unknown>>, stream: Stream): object {
  const missing = (key: string, wanted: readonly string[]) => {
    const there = settings[key];
    const add = wanted.filter((one) => !(Array.isArray(there) && there.includes(one)));
    return add.length === 0 ? {} : { [key]: { add, remove: [] } };
  };
  return {
    ...(settings['data_retention'] !== stream.retention && { data_retention: stream.retention }),
    ...missing('full_text_search_keys', stream.fullText),
    ...missing('index_fields', stream.indexed),
  };
}
