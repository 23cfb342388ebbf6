import type { Expected } from '../database/versions.ts';
import { parseInput } from '../http/input.ts';
import type { Page } from '../http/pagination.ts';
import { shownInLots } from '../planning/in-lots.ts';
import { withChanges } from '../planning/merge-patch.ts';
import { type OwnedModel, OwnedStore, type Stored } from '../planning/owned-store.ts';
import type { RecipeSource } from '../planning/recipe-source.ts';
import { assertRecipes } from '../planning/references.ts';
import type { RecipeCard } from '../planning/schema-parts.ts';
import type { Arrival } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import {
  type Collection,
  type CollectionChanges,
  type CollectionInput,
  type CollectionQuery,
  type CollectionSummary,
  collectionInput,
  coverLength,
} from './schemas.ts';

/** What can be done with collections. A recipe that was deleted is in none of them any more. */
export class CollectionService {
  readonly #collections: OwnedStore<CollectionInput>;
  readonly #recipes: RecipeSource;

  constructor(model: OwnedModel, recipes: RecipeSource) {
    this.#collections = new OwnedStore(model, ['name', 'description', 'recipeIds']);
    this.#recipes = recipes;
  }

  /** By name. */
  async list(
    owner: string,
    { recipeId, ...query }: CollectionQuery,
  ): Promise<Page<CollectionSummary>> {
    const fields = ['name', 'description', 'recipeIds'] as const;
    const filter = recipeId === undefined ? {} : { recipeIds: recipeId };
    const order = { filter, sort: { name: 1 } } as const;
    const found = await this.#collections.page(owner, order, fields, query);
    const cards = await this.#recipes.cards(owner, idsOf(found.items));
    const items = found.items.map(({ recipeIds, ...summary }) => {
      const recipes = recipeIds.flatMap((id) => cards.get(id) ?? []);
      return {
        ...summary,
        recipeCount: recipes.length,
        firstRecipes: recipes.slice(0, coverLength),
      };
    });
    return { ...found, items };
  }

  async create(owner: string, input: CollectionInput): Promise<Collection> {
    await this.#assertRecipes(owner, input, new Set());
    return this.#shown(owner, await this.#collections.create(owner, input));
  }

  async find(owner: string, id: string): Promise<Collection | undefined> {
    const found = await this.#collections.find(owner, id);
    return found && this.#shown(owner, found);
  }

  /** Everything of an owner. */
  all(owner: string): AsyncGenerator<Collection> {
    const cards = (lot: readonly CollectionInput[]) => this.#recipes.cards(owner, idsOf(lot));
    return shownInLots(this.#collections.all(owner), cards, shownCollection);
  }

  /** Adds collections of a file; their recipes are known to be there. @returns how many were added. */
  restore(arrivals: readonly Arrival<CollectionInput>[], restoring: Restoring): Promise<number> {
    return this.#collections.restore(arrivals, restoring, 'name');
  }

  /** @throws ChangedMeanwhile when it is in none of the versions expected; so do the others. */
  replace(
    owner: string,
    id: string,
    input: CollectionInput,
    expected?: Expected,
  ): Promise<Collection | undefined> {
    return this.#update(owner, id, expected, () => input);
  }

  change(
    owner: string,
    id: string,
    changes: CollectionChanges,
    expected?: Expected,
  ): Promise<Collection | undefined> {
    return this.#update(owner, id, expected, ({ name, description, recipeIds }) =>
      parseInput(collectionInput, withChanges({ name, description, recipeIds }, changes)),
    );
  }

  remove(owner: string, id: string, expected?: Expected): Promise<boolean> {
    return this.#collections.remove(owner, id, expected);
  }

  async #update(
    owner: string,
    id: string,
    expected: Expected,
    edit: (current: CollectionInput) => CollectionInput,
  ): Promise<Collection | undefined> {
    const changed = await this.#collections.update(owner, id, expected, async (current) => {
      const edited = edit(current);
      await this.#assertRecipes(owner, edited, new Set(current.recipeIds));
      return edited;
    });
    return changed && this.#shown(owner, changed);
  }

  /** @param known ids that stand there already: a recipe may be deleted while somebody reorders. */
  async #assertRecipes(
    owner: string,
    { recipeIds }: CollectionInput,
    known: ReadonlySet<string>,
  ): Promise<void> {
    const references = recipeIds.map((id, index) => ({ path: `recipeIds.${index}`, id }));
    await assertRecipes(
      this.#recipes,
      owner,
      references.filter(({ id }) => !known.has(id)),
    );
  }

  async #shown(owner: string, stored: CollectionInput & Stored): Promise<Collection> {
    return shownCollection(stored, await this.#recipes.cards(owner, stored.recipeIds));
  }
}

function idsOf(collections: readonly Pick<CollectionInput, 'recipeIds'>[]): string[] {
  return collections.flatMap(({ recipeIds }) => recipeIds);
}

/** A collection as its owner sees it: with those of its recipes that there are. */
function shownCollection(
  stored: CollectionInput & Stored,
  cards: ReadonlyMap<string, RecipeCard>,
): Collection {
  const recipes = stored.recipeIds.flatMap((id) => cards.get(id) ?? []);
  return { ...stored, recipeIds: recipes.map(({ id }) => id), recipes };
}
