import type { Restoring, TransferNode, TransferredResource } from './resource.ts';
import type { Restored, TransferFile } from './schemas.ts';

/** Words of schema.org, and under `recipeBook:` our own fields as they are. */
const context = {
  '@vocab': 'https://schema.org/',
  recipeBook: 'urn:recipe-book:',
  'recipeBook:recipe': { '@type': '@json' },
};

const maxProblems = 100;

/** Takes everything that a user has out into one file, and back in. */
export class TransferService {
  readonly #resources: readonly TransferredResource[];

  /** @param resources every kind of thing that belongs to a user; those that others point to come first. */
  constructor(resources: readonly TransferredResource[]) {
    this.#resources = resources;
  }

  async export(owner: string): Promise<TransferFile> {
    const nodes: TransferNode[] = [];
    for (const resource of this.#resources) {
      for await (const node of resource.export(owner)) nodes.push(node);
    }
    return { '@context': context, '@graph': nodes };
  }

  async restore(owner: string, file: TransferFile): Promise<Restored> {
    const restoring: Restoring = { owner, ids: new Map(), problems: [] };
    const added: Record<string, number> = {};
    for (const resource of this.#resources) {
      const nodes = file['@graph'].filter((node) => node['@type'] === resource.type);
      added[resource.name] = await resource.restore(nodes, restoring);
    }
    const total = Object.values(added).reduce((sum, count) => sum + count, 0);
    const skipped = file['@graph'].length - total;
    return { added, skipped, problems: restoring.problems.slice(0, maxProblems) };
  }
}
