import { idOf, idsOfReference } from './identity.ts';
import type { TransferNode } from './resource.ts';

/** What could not be restored. */
export interface TransferProblem {
  /** `@id` of the thing in the file, else its name or which one it is. */
  readonly item: string;
  readonly message: string;
}

/** Tells which recipes of an owner there are. */
interface Recipes {
  titles(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Problems told in one answer. */
const maxProblems = 100;
/** Most of a name that is told. */
const maxItem = 200;

/** An import under way. */
export class Restoring {
  readonly owner: string;
  /** True when what the user has but once, such as the name, is taken from the file. */
  readonly replaceProfile: boolean;
  readonly problems: TransferProblem[] = [];
  /** Ids of things that are in the file as well, so that no other thing is taken for them. */
  readonly claimed = new Set<string>();
  readonly #recipes: Recipes;
  /** `@id` in the file → id here, of the recipes restored so far. */
  readonly #ids = new Map<string, string>();

  constructor(owner: string, recipes: Recipes, replaceProfile: boolean) {
    this.owner = owner;
    this.#recipes = recipes;
    this.replaceProfile = replaceProfile;
  }

  /** Says what is wrong with a thing. */
  tell(node: TransferNode, message: string): void {
    const name = [node['@id'], node['name'], node['@type']].find((one) => typeof one === 'string');
    this.tellOf(String(name ?? ''), message);
  }

  tellOf(item: string, message: string): void {
    if (this.problems.length >= maxProblems) return;
    this.problems.push({ item: item.slice(0, maxItem), message });
  }

  /** Remembers what a recipe is called here, for what points to it. */
  remember(node: TransferNode, id: string): void {
    const name = idOf(node);
    if (name !== undefined) this.#ids.set(name, id);
  }

  /**
   * What references to recipes mean here, with the titles. Recipes that came with an earlier file
   * are found as well; those that the user does not have are absent.
   */
  async resolve(references: readonly string[]): Promise<ReadonlyMap<string, HereRecipe>> {
    const candidates = new Map(
      references.map((name) => {
        const restored = this.#ids.get(name);
        return [name, restored === undefined ? idsOfReference(this.owner, name) : [restored]];
      }),
    );
    const titles = await this.#recipes.titles(this.owner, [...candidates.values()].flat());
    const found = new Map<string, HereRecipe>();
    for (const [name, ids] of candidates) {
      const id = ids.find((one) => titles.has(one));
      if (id !== undefined) found.set(name, { id, title: titles.get(id) ?? '' });
    }
    return found;
  }
}

/** A recipe that the user has here. */
export interface HereRecipe {
  readonly id: string;
  readonly title: string;
}
