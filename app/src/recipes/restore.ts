import { type Model, type QueryFilter, trusted } from 'mongoose';
import type { OwnedCache } from '../cache/owned-cache.ts';
import { insertMissing } from '../database/insert-missing.ts';
import { type Arrival, type Lookup, type Settled, settle } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import type { RecipeRecord } from './model.ts';
import type { RecipeInput } from './schemas.ts';
import { foundOf } from './search/found.ts';

/** Recipes of a file, and what became of them. */
export interface RestoredRecipes {
  readonly settled: readonly Settled<RecipeInput>[];
  /** How many were added. */
  readonly added: number;
}

/** Brings recipes of a file back. */
export class RecipeRestorer {
  readonly #recipes: Model<RecipeRecord>;
  readonly #cache: OwnedCache;

  constructor(recipes: Model<RecipeRecord>, cache: OwnedCache) {
    this.#recipes = recipes;
    this.#cache = cache;
  }

  /**
   * Adds recipes with the dates that they had, unless they are here already.
   * @param assertRoom throws when the owner may not have so many more.
   */
  async restore(
    arrivals: readonly Arrival<RecipeInput>[],
    restoring: Restoring,
    assertRoom: (more: number) => Promise<void>,
  ): Promise<RestoredRecipes> {
    const { owner } = restoring;
    const settled = await settle(arrivals, restoring, this.#lookup(owner));
    const records = settled
      .filter(({ isNew }) => isNew)
      .map(({ id, arrival: { fields, createdAt, updatedAt } }) => {
        const found = foundOf(fields);
        return { ...fields, _id: id, owner, version: 1, found, createdAt, updatedAt };
      });
    if (records.length === 0) return { settled, added: 0 };
    await assertRoom(records.length);
    const added = await this.#cache.change(owner, () => insertMissing(this.#recipes, records));
    return { settled, added };
  }

  #lookup(owner: string): Lookup<RecipeInput> {
    const find = async (filter: QueryFilter<RecipeRecord>) => {
      const found = await this.#recipes
        .find({ ...filter, owner })
        .select({ title: 1, createdAt: 1 })
        .lean();
      return found.map(({ _id, title, createdAt }) => {
        return { id: String(_id), label: title, createdAt };
      });
    };
    return {
      label: ({ title }) => title,
      byIds: (ids) => find({ _id: trusted({ $in: ids }) }),
      alike: (titles, moments) =>
        find({ title: trusted({ $in: titles }), createdAt: trusted({ $in: moments }) }),
    };
  }
}
