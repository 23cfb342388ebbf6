import { type Model, Types } from 'mongoose';
import type { OwnedCache } from '../cache/owned-cache.ts';
import type { TimeLimit } from '../database/time-limit.ts';
import { changeInTurn, type Expected, oneAtATime } from '../database/versions.ts';
import type { Page } from '../http/pagination.ts';
import type { PictureService } from '../images/service.ts';
import type { StoredImage } from '../images/stored-image.ts';
import { Slots } from '../slots.ts';
import type { Arrival } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import { TooManyRecipes } from './errors.ts';
import { fieldsOf, withId } from './fields.ts';
import { RecipeFinder } from './finder.ts';
import { labelsOf } from './labels.ts';
import type { ListQuery } from './list-query.ts';
import type { RecipeRecord } from './model.ts';
import { RecipeRestorer, type RecipeWithPicture, type RestoredRecipes } from './restore.ts';
import {
  maxTitle,
  type Recipe,
  type RecipeChanges,
  type RecipeInput,
  type RecipeLabels,
  type RecipeSummary,
  recipe,
  recipeInput,
} from './schemas.ts';
import { foundFields, foundOf } from './search/found.ts';
import { type AllChanges, updateOf } from './update.ts';

const fullFields = fieldsOf(Object.keys(recipe.shape));
const sourceFields = { ...fieldsOf(foundFields), version: 1, image: 1 } as const;

/** Most recipes that one user may have. */
export const maxRecipes = 10_000;

/** Recipes read from the database at a time, where all are wanted. */
const batchSize = 200;

/** A recipe after a change, and the picture that it showed before. */
interface Changed {
  readonly recipe: Recipe;
  readonly before: StoredImage | undefined;
}

/** What can be done with recipes. Every operation sees those of one owner only. */
export class RecipeService {
  readonly #recipes: Model<RecipeRecord>;
  readonly #pictures: PictureService;
  readonly #finder: RecipeFinder;
  readonly #restorer: RecipeRestorer;
  readonly #cache: OwnedCache;
  readonly #turns = new Slots(oneAtATime);

  /**
   * @param pictures what goes with the recipes that show it.
   * @param cache every change of recipes goes through it.
   */
  constructor(recipes: Model<RecipeRecord>, pictures: PictureService, cache: OwnedCache) {
    this.#recipes = recipes;
    this.#pictures = pictures;
    this.#finder = new RecipeFinder(recipes);
    this.#restorer = new RecipeRestorer(recipes, pictures, cache);
    this.#cache = cache;
  }

  /** Those made in the same millisecond keep the order of the index. */
  list(owner: string, query: ListQuery): Promise<Page<RecipeSummary>> {
    return this.#cache.read(owner, query, () => this.#finder.list(owner, query));
  }

  /** What the owner's recipes can be found by. */
  labels(owner: string): Promise<RecipeLabels> {
    return this.#cache.read(owner, { labels: true }, () => labelsOf(this.#recipes, owner));
  }

  /** @throws TooManyRecipes */
  async create(owner: string, input: RecipeInput): Promise<Recipe> {
    await this.assertRoom(owner, 1);
    return this.#insert(owner, input);
  }

  /**
   * Requests that count at the same time do not see each other, so a user may get a few more than
   * allowed. The limit is there to bound what one account costs; for that it need not be exact.
   * @throws TooManyRecipes when the owner may not have so many more.
   */
  async assertRoom(owner: string, more: number): Promise<void> {
    const count = await this.#recipes.countDocuments({ owner }).limit(maxRecipes);
    if (count + more > maxRecipes) throw new TooManyRecipes();
  }

  /** Every recipe of an owner without its picture, the oldest first. */
  async *all(owner: string): AsyncGenerator<Recipe> {
    const cursor = this.#recipes
      .find({ owner })
      .select(fullFields)
      .sort({ createdAt: 1 })
      .lean()
      .cursor({ batchSize });
    for await (const record of cursor) yield withId(record);
  }

  /**
   * Adds recipes of a file with the dates that they had, unless they are here already.
   * @throws TooManyRecipes
   */
  restore(
    arrivals: readonly Arrival<RecipeWithPicture>[],
    restoring: Restoring,
  ): Promise<RestoredRecipes> {
    const assertRoom = (more: number) => this.assertRoom(restoring.owner, more);
    return this.#restorer.restore(arrivals, restoring, assertRoom);
  }

  /** @returns `undefined` when the owner has no such recipe; so do the others. */
  async find(owner: string, id: string, limit: TimeLimit = {}): Promise<Recipe | undefined> {
    const found = await this.#recipes
      .findOne({ _id: id, owner })
      .select(fullFields)
      .setOptions(limit)
      .lean();
    return found ? withId(found) : undefined;
  }

  /** @returns the copy, which has a picture of its own. @throws TooManyRecipes */
  async duplicate(owner: string, id: string): Promise<Recipe | undefined> {
    const found = await this.find(owner, id);
    if (!found) return undefined;
    const { id: _, version, createdAt, updatedAt, image, ...input } = found;
    await this.assertRoom(owner, 1);
    const _id = new Types.ObjectId();
    const copied = image && (await this.#pictures.copy({ owner, recipe: String(_id) }, image));
    const title = copyTitle(input.title);
    return this.#insert(owner, { ...input, title }, { _id, ...(copied && { image: copied }) });
  }

  /** Replaces all fields: those absent from the input are taken away. @throws ChangedMeanwhile */
  replace(
    owner: string,
    id: string,
    input: RecipeInput,
    expected?: Expected,
  ): Promise<Recipe | undefined> {
    const absent = Object.keys(recipeInput.shape).map((field) => [field, null]);
    return this.change(owner, id, { ...Object.fromEntries(absent), ...input }, expected);
  }

  /** Changes the fields given; `null` takes a field away. @throws ChangedMeanwhile */
  async change(
    owner: string,
    id: string,
    changes: RecipeChanges,
    expected?: Expected,
  ): Promise<Recipe | undefined> {
    return (await this.#change(owner, id, changes, expected))?.recipe;
  }

  /**
   * Shows another picture; `null` for none.
   * @returns also which one was shown before. @throws ChangedMeanwhile
   */
  changeImage(
    owner: string,
    id: string,
    image: StoredImage | null,
    expected?: Expected,
  ): Promise<Changed | undefined> {
    return this.#change(owner, id, { image }, expected);
  }

  /** @returns whether there was such a recipe; its picture goes with it. @throws ChangedMeanwhile */
  async remove(owner: string, id: string, expected?: Expected): Promise<boolean> {
    const removed = await changeInTurn(expected, {
      read: () => this.#current(owner, id),
      write: async ({ version }) => {
        const { deletedCount } = await this.#cache.change(owner, () =>
          this.#recipes.deleteOne({ _id: id, owner, version }),
        );
        return deletedCount > 0 || undefined;
      },
    });
    if (removed) await this.#pictures.discardAll({ owner, recipe: id });
    return removed === true;
  }

  /** @param more what the input does not say. */
  async #insert(
    owner: string,
    input: RecipeInput,
    more: { readonly _id?: Types.ObjectId; readonly image?: StoredImage } = {},
  ): Promise<Recipe> {
    const record = { ...input, ...more, owner, version: 1, found: foundOf(input) };
    const created = await this.#cache.change(owner, () => this.#recipes.create(record));
    const { owner: _, found: __, ...made } = created.toObject();
    return withId(made);
  }

  #change(
    owner: string,
    id: string,
    changes: AllChanges,
    expected: Expected,
  ): Promise<Changed | undefined> {
    return this.#turns.run(`${owner} ${id}`, () =>
      changeInTurn(expected, {
        // What is looked for depends on fields that the changes may not hold.
        read: () => this.#current(owner, id),
        write: async (current) => {
          const known = { _id: id, owner, version: current.version };
          const update = updateOf(current, changes);
          const changed = await this.#cache.change(owner, () =>
            this.#recipes
              .findOneAndUpdate(known, update, { returnDocument: 'after' })
              .select(fullFields)
              .lean(),
          );
          return changed ? { recipe: withId(changed), before: current.image } : undefined;
        },
      }),
    );
  }

  /** What a change needs to know. Records from before there were versions have `null`, which finds them again. */
  async #current(owner: string, id: string) {
    const found = await this.#recipes.findOne({ _id: id, owner }).select(sourceFields).lean();
    if (!found) return undefined;
    const version: number | null = found.version ?? null;
    return { ...found, version };
  }
}

function copyTitle(title: string): string {
  const mark = ' (copy)';
  return `${title.slice(0, maxTitle - mark.length).trimEnd()}${mark}`;
}
