import {
  type Asked,
  type Body,
  object,
  ok,
  type Reply,
  says,
  strings,
  type Version,
} from './answers.ts';

interface StoredStream {
  settings: Body;
  /** From which the next update starts; a reader brings it up to date. */
  cached: Body;
  fields: Body[];
}

const lists = ['full_text_search_keys', 'index_fields'] as const;

/** Streams and their settings. */
export class StandInStreams {
  readonly all = new Map<string, StoredStream>();
  /** An update then begins with settings that may be old: of several without a reader between them one lasts. */
  isSlow = false;
  readonly #version: Version;

  constructor(version: Version) {
    this.#version = version;
  }

  create({ at, query, body }: Asked): Reply {
    const name = key(at[0], query);
    if (this.all.has(name)) return says(400, 'stream already exists');
    if (!Array.isArray(body['fields']) || body['settings'] === undefined) {
      return { status: 400, body: 'Json deserialize error: missing field' };
    }
    const given = object(body['settings']);
    const settings = {
      data_retention: 0,
      ...Object.fromEntries(lists.map((list) => [list, []])),
      ...given,
    };
    const timestamp = { name: '_timestamp', type: 'Int64' };
    this.all.set(name, { settings, cached: settings, fields: [...body['fields'], timestamp] });
    return says(200, 'stream created');
  }

  read({ at, query }: Asked): Reply {
    const stream = this.all.get(key(at[0], query));
    if (!stream) return says(404, 'stream not found');
    stream.cached = stream.settings;
    return ok({
      name: format(at[0] ?? ''),
      stream_type: query.get('type') ?? 'logs',
      schema: stream.fields,
      settings: stream.settings,
    });
  }

  update({ at, query, body }: Asked): Reply {
    const stream = this.all.get(key(at[0], query));
    if (!stream) return says(404, 'stream not found');
    const next: Record<string, unknown> = { ...(this.isSlow ? stream.cached : stream.settings) };
    if (body['data_retention'] !== undefined) next['data_retention'] = body['data_retention'];
    for (const list of lists) {
      if (body[list] === undefined) continue;
      const { add, remove } = object(body[list]);
      const kept = strings(next[list]).filter((one) => !strings(remove).includes(one));
      const all = [...kept, ...strings(add)];
      // 0.16.3 does not look whether it is there already.
      next[list] = this.#version === '0.16.3' ? all : [...new Set(all)];
    }
    const both = strings(next['full_text_search_keys']).find((one) =>
      strings(next['index_fields']).includes(one),
    );
    if (both !== undefined) {
      return says(
        400,
        `Field(s) '${both}' cannot have both Full Text Search and Secondary Index. Please choose only one index type per field.`,
      );
    }
    stream.settings = next;
    return says(200, '');
  }

  has(name: unknown, type: unknown): boolean {
    return this.all.has(`${type}/${name}`);
  }
}

function key(name: string | undefined, query: URLSearchParams): string {
  return `${query.get('type') ?? 'logs'}/${format(name ?? '')}`;
}

function format(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_:]+/g, '_').toLowerCase();
}
