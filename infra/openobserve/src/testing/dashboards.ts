import { createHash } from 'node:crypto';
import { type Asked, type Body, object, ok, type Reply, says, type Version } from './answers.ts';
import type { StandInFolders } from './folders.ts';

interface StoredDashboard {
  folder: string;
  body: Body;
  /** Above what a number can hold exactly. */
  hash: string;
}

const newest = { '0.16.3': 7, '0.92.2': 8 } as const;

/** Dashboards. */
export class StandInDashboards {
  /** By id. */
  readonly all = new Map<string, StoredDashboard>();
  readonly #folders: StandInFolders;
  readonly #newId: () => string;
  readonly #version: Version;

  constructor(folders: StandInFolders, newId: () => string, version: Version) {
    this.#folders = folders;
    this.#newId = newId;
    this.#version = version;
  }

  /** Titles may come again. */
  create({ query, body }: Asked): Reply {
    const folder = query.get('folder') ?? 'default';
    const problem = this.#problemOf(body);
    if (problem) return problem;
    if (!this.#folders.has('dashboards', folder)) return says(404, 'Folder not found');
    return this.#save(this.#newId(), folder, body);
  }

  change({ at: [id = ''], query, body }: Asked): Reply {
    const before = this.all.get(id);
    const folder = query.get('folder') ?? 'default';
    const hash = query.get('hash');
    const isNew = this.#version === '0.92.2';
    if (!before && isNew) return says(404, 'Dashboard not found');
    if (before && before.folder !== folder) {
      return says(isNew ? 404 : 500, 'Dashboard is moved to a folder that does not exist');
    }
    if (before && !/^\d+$/.test(hash ?? '')) {
      return says(
        500,
        'Request to update existing dashboard with missing or invalid hash value. BUG',
      );
    }
    if (before && before.hash !== hash) {
      return says(409, 'Conflict: Failed to save due to concurrent changes.');
    }
    return this.#problemOf(body) ?? this.#save(id, folder, body);
  }

  read({ at: [id = ''] }: Asked): Reply {
    const found = this.all.get(id);
    return found ? ok(this.#shown(found)) : says(404, 'Dashboard not found');
  }

  list({ query }: Asked): Reply {
    const folder = query.get('folder') ?? 'default';
    const dashboards = [...this.all].filter(([, one]) => one.folder === folder);
    return ok({
      dashboards: dashboards.map(([dashboard_id, one]) => ({
        ...this.#shown(one),
        dashboard_id,
        folder_id: one.folder,
        title: one.body['title'],
      })),
    });
  }

  remove({ at: [id = ''] }: Asked): Reply {
    return this.all.delete(id) ? says(200, 'Dashboard deleted') : says(404, 'Dashboard not found');
  }

  #save(id: string, folder: string, body: Body): Reply {
    const saved = { ...object(kept(body)), dashboardId: id, owner: 'admin@example.com' };
    const digest = createHash('sha256')
      .update(`${this.#newId()}${JSON.stringify(saved)}`)
      .digest();
    const hash = String(digest.readBigUInt64BE() | (1n << 63n));
    const stored = { folder, body: saved, hash };
    this.all.set(id, stored);
    return ok(this.#shown(stored));
  }

  #problemOf({ version, title }: Body): Reply | undefined {
    if (Number(version) > newest[this.#version]) {
      return { status: 400, body: `Json deserialize error: unsupported version: ${version}` };
    }
    return title ? undefined : says(500, 'Dashboard title cannot be empty');
  }

  #shown({ body, hash }: StoredDashboard): Body {
    const version = Number(body['version']);
    const versions = Array.from({ length: newest[this.#version] }, (_, at) => `v${at + 1}`);
    return {
      ...Object.fromEntries(versions.map((one) => [one, null])),
      [`v${version}`]: body,
      version,
      hash,
      updatedAt: 0,
    };
  }
}

/** Nulls go, except for the place of the legend, and so do the types of axes. */
function kept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value !== 'object' || value === null) return value;
  const isAxis = 'alias' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => one !== null || key === 'legends_position' || key === 'color')
      .filter(([key]) => !(isAxis && key === 'type'))
      .map(([key, one]) => [key, kept(one)]),
  );
}
