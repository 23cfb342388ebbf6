import { type Asked, type Body, ok, type Reply, says } from './answers.ts';

/** Folders of dashboards and of alerts. */
export class StandInFolders {
  /** By type and id. */
  readonly all = new Map<string, Body>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  find({ at: [type, name] }: Asked): Reply {
    const found = [...this.all].find(
      ([key, one]) => key.startsWith(`${type}/`) && one['name'] === decodeURIComponent(name ?? ''),
    );
    return found ? ok(found[1]) : says(404, 'Folder not found');
  }

  create(asked: Asked): Reply {
    const { name, description } = asked.body;
    if (typeof name !== 'string' || typeof description !== 'string') {
      return { status: 400, body: 'Json deserialize error: missing field `description`' };
    }
    const [type = ''] = asked.at;
    const isThere = this.find({ ...asked, at: [type, encodeURIComponent(name)] }).status === 200;
    if (isThere) return says(400, 'Folder with this name already exists in this organization');
    const folder = { folderId: this.#newId(), name, description };
    this.all.set(`${type}/${folder.folderId}`, folder);
    return ok(folder);
  }

  change({ at: [type, id], body }: Asked): Reply {
    const key = `${type}/${id}`;
    if (!this.all.has(key)) return says(404, 'Folder not found');
    this.all.set(key, { folderId: id, name: body['name'], description: body['description'] });
    return { status: 200, body: 'Folder updated' };
  }

  has(type: string, id: string): boolean {
    return id === 'default' || this.all.has(`${type}/${id}`);
  }
}
