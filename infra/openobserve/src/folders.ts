import type { Client } from './client/client.ts';
import { record, text } from './json.ts';
import { ownFolder } from './names.ts';

/** This program's folder for dashboards or alerts, made when it is first needed. */
export class Folder {
  readonly #client: Client;
  readonly #type: 'dashboards' | 'alerts';
  constructor(client: Client, type: 'dashboards' | 'alerts') {
    this.#client = client;
    this.#type = type;
  }

  /** Its id; `undefined` while there is none. */
  async find(): Promise<string | undefined> {
    const name = encodeURIComponent(ownFolder);
    const found = await this.#client.find(`v2/folders/${this.#type}/name/${name}`);
    return found === undefined ? undefined : text(record(found)['folderId']);
  }

  async ensure(): Promise<string> {
    const id = await this.find();
    if (id !== undefined) return id;
    const made = await this.#client.post(`v2/folders/${this.#type}`, {
      name: ownFolder,
      description: 'Made by `make observe`, which takes what else is in here for its own.',
    });
    return text(record(made)['folderId']);
  }
}
