import { type Model, type QueryFilter, trusted } from 'mongoose';
import type { OwnedCache } from '../cache/owned-cache.ts';
import { insertMissing } from '../database/insert-missing.ts';
import { PictureRefused } from '../images/errors.ts';
import type { PictureOf, PictureService } from '../images/service.ts';
import type { StoredImage } from '../images/stored-image.ts';
import { type Arrival, type Lookup, type Settled, settle } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import type { RecipeRecord } from './model.ts';
import type { RecipeInput } from './schemas.ts';
import { foundOf } from './search/found.ts';

/** A recipe of a file, and the bytes of its picture, when the file holds them. */
export interface RecipeWithPicture {
  readonly input: RecipeInput;
  readonly picture: Buffer | undefined;
}

/** Recipes of a file, and what became of them. */
export interface RestoredRecipes {
  readonly settled: readonly Settled<RecipeWithPicture>[];
  /** How many were added. */
  readonly added: number;
}

/** Brings recipes of a file back. */
export class RecipeRestorer {
  readonly #recipes: Model<RecipeRecord>;
  readonly #pictures: PictureService;
  readonly #cache: OwnedCache;

  constructor(recipes: Model<RecipeRecord>, pictures: PictureService, cache: OwnedCache) {
    this.#recipes = recipes;
    this.#pictures = pictures;
    this.#cache = cache;
  }

  /**
   * Adds recipes with the dates that they had, unless they are here already.
   * @param assertRoom throws when the owner may not have so many more.
   */
  async restore(
    arrivals: readonly Arrival<RecipeWithPicture>[],
    restoring: Restoring,
    assertRoom: (more: number) => Promise<void>,
  ): Promise<RestoredRecipes> {
    const { owner } = restoring;
    const settled = await settle(arrivals, restoring, this.#lookup(owner));
    const arrived = settled.filter(({ isNew }) => isNew);
    if (arrived.length === 0) return { settled, added: 0 };
    await assertRoom(arrived.length);
    const records: object[] = [];
    for (const one of arrived) records.push(await this.#recordOf(one, restoring));
    const added = await this.#cache.change(owner, () => insertMissing(this.#recipes, records));
    return { settled, added };
  }

  /** The picture is stored first, so that no recipe points to one that is not there. */
  async #recordOf({ id, arrival }: Settled<RecipeWithPicture>, restoring: Restoring) {
    const { input, picture } = arrival.fields;
    const { owner } = restoring;
    const image = picture && (await this.#picture({ owner, recipe: id }, picture));
    if (picture && !image)
      restoring.tell(arrival.node, 'Its picture was left out: it cannot be read.');
    const { createdAt, updatedAt } = arrival;
    const record = { ...input, _id: id, owner, version: 1, found: foundOf(input) };
    return { ...record, createdAt, updatedAt, ...(image && { image }) };
  }

  async #picture(of: PictureOf, bytes: Buffer): Promise<StoredImage | undefined> {
    try {
      return await this.#pictures.add(of, bytes);
    } catch (error) {
      if (error instanceof PictureRefused) return undefined;
      throw error;
    }
  }

  #lookup(owner: string): Lookup<RecipeWithPicture> {
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
      label: ({ input }) => input.title,
      byIds: (ids) => find({ _id: trusted({ $in: ids }) }),
      alike: (titles, moments) =>
        find({ title: trusted({ $in: titles }), createdAt: trusted({ $in: moments }) }),
    };
  }
}
