import { isNode, typesOf } from '../recipe-import/read/nodes.ts';
import { FileFault, type ReadNode } from './read-nodes.ts';
import type { TransferNode, TransferredResource } from './resource.ts';
import type { Restoring } from './restoring.ts';
import type { Restored } from './schemas.ts';

/** Things restored in one go; the database takes much longer for larger lots. */
const lotLength = 100;
/** Bytes of memory from which on a lot is restored however few things it holds. */
const lotSize = 4 * 1024 * 1024;
/** Bytes of memory that things may take which wait for what they point to. */
const waitingSize = 16 * 1024 * 1024;

/** Things of one kind that are restored together. */
interface Lot {
  nodes: TransferNode[];
  size: number;
}

/** Gathers things of each kind until there are enough for a lot. */
export class Lots {
  readonly #resources: readonly TransferredResource[];
  readonly #restoring: Restoring;
  readonly #lots: Map<TransferredResource, Lot>;
  readonly #added: Map<string, number>;
  #count = 0;

  constructor(resources: readonly TransferredResource[], restoring: Restoring) {
    this.#resources = resources;
    this.#restoring = restoring;
    this.#lots = new Map(resources.map((resource) => [resource, { nodes: [], size: 0 }]));
    this.#added = new Map(resources.map(({ name }) => [name, 0]));
  }

  /** @returns what ended the file too early; all before that was taken. */
  async takeAll(nodes: AsyncIterable<ReadNode>): Promise<FileFault | undefined> {
    try {
      for await (const node of nodes) await this.#take(node);
      return undefined;
    } catch (error) {
      if (error instanceof FileFault) return error;
      throw error;
    }
  }

  /** Restores all that waits. */
  async finish(): Promise<void> {
    for (const resource of this.#resources) await this.#restore(resource);
  }

  result(): Restored {
    const total = [...this.#added.values()].reduce((sum, count) => sum + count, 0);
    return {
      added: Object.fromEntries(this.#added),
      skipped: this.#count - total,
      problems: this.#restoring.problems,
    };
  }

  async #take({ value, size }: ReadNode): Promise<void> {
    this.#count++;
    if (!isNode(value)) {
      this.#restoring.tellOf(`Thing ${this.#count}`, 'It is no object.');
      return;
    }
    const resource = this.#resourceOf(value);
    const lot = resource && this.#lots.get(resource);
    if (!lot) return;
    lot.nodes.push(value);
    lot.size += size;
    // What points to others waits for them to the end, as long as there is room.
    if (resource.refers) {
      if (this.#waiting() > waitingSize) await this.finish();
    } else if (lot.nodes.length >= lotLength || lot.size >= lotSize) await this.#restore(resource);
  }

  #resourceOf(node: TransferNode): TransferredResource | undefined {
    const own = this.#resources.find(({ property }) => Object.hasOwn(node, property));
    if (own) return own;
    const types = typesOf(node);
    return this.#resources.find(({ type }) => type !== undefined && types.includes(type));
  }

  #waiting(): number {
    return this.#resources
      .filter(({ refers }) => refers)
      .reduce((sum, resource) => sum + (this.#lots.get(resource)?.size ?? 0), 0);
  }

  async #restore(resource: TransferredResource): Promise<void> {
    const lot = this.#lots.get(resource);
    if (!lot || lot.nodes.length === 0) return;
    this.#lots.set(resource, { nodes: [], size: 0 });
    for (let at = 0; at < lot.nodes.length; at += lotLength) {
      const added = await resource.restore(lot.nodes.slice(at, at + lotLength), this.#restoring);
      this.#added.set(resource.name, (this.#added.get(resource.name) ?? 0) + added);
    }
  }
}
