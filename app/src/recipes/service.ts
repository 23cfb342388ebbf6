import { type Model, Types, trusted } from 'mongoose';
import type { OwnedCache } from '../cache/owned-cache.ts';
import type { Page } from '../http/pagination.ts';
import { RecipeChanged, TooManyRecipes } from './errors.ts';
import { fieldsOf, withId } from './fields.ts';
import { RecipeFinder } from './finder.ts';
import type { ListQuery } from './list-query.ts';
import type { RecipeRecord } from './model.ts';
import {
  maxTitle,
  type Recipe,
  type RecipeChanges,
  type RecipeInput,
  type RecipeSummary,
  recipe,
  recipeInput,
} from './schemas.ts';
import { type FoundSource, foundFields, foundOf } from './search/found.ts';

const fullFields = fieldsOf(Object.keys(recipe.shape));
const sourceFields = { ...fieldsOf(foundFields), version: 1 } as const;

/** Most recipes that one user may have. */
export const maxRecipes = 10_000;
/** How often a change is tried anew when another one came between. */
const maxTries = 5;

/** Recipes read from the database at a time, where all are wanted. */
const batchSize = 200;

/** A recipe with the dates of another time. */
export type DatedRecipe = RecipeInput & Pick<Recipe, 'createdAt' | 'updatedAt'>;

/** Versions that a change is meant for; `undefined` for any. */
export type Expected = readonly number[] | undefined;

/** What can be done with recipes. Every operation sees those of one owner only. */
export class RecipeService {
  readonly #recipes: Model<RecipeRecord>;
  readonly #finder: RecipeFinder;
  readonly #cache: OwnedCache;

  /** @param cache every change of recipes goes through it. */
  constructor(recipes: Model<RecipeRecord>, cache: OwnedCache) {
    this.#recipes = recipes;
    this.#finder = new RecipeFinder(recipes);
    this.#cache = cache;
  }

  /** Those made in the same millisecond keep the order of the index. */
  list(owner: string, query: ListQuery): Promise<Page<RecipeSummary>> {
    return this.#cache.read(owner, query, () => this.#finder.list(owner, query));
  }

  /** @throws TooManyRecipes */
  async create(owner: string, input: RecipeInput): Promise<Recipe> {
    await this.assertRoom(owner, 1);
    const record = { ...input, owner, version: 1, found: foundOf(input) };
    const created = await this.#cache.change(owner, () => this.#recipes.create(record));
    const { owner: _, found: __, ...made } = created.toObject();
    return withId(made);
  }

  /** @throws TooManyRecipes when the owner may not have so many more. */
  async assertRoom(owner: string, more: number): Promise<void> {
    const count = await this.#recipes.countDocuments({ owner }).limit(maxRecipes);
    if (count + more > maxRecipes) throw new TooManyRecipes();
  }

  /** Every recipe of an owner, the oldest first. */
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
   * Adds recipes with the dates that they had; those of the same title and date are there already.
   * @returns in the same order, their ids and whether they were added. @throws TooManyRecipes
   */
  async restore(owner: string, recipes: readonly DatedRecipe[]) {
    const dates = recipes.map(({ createdAt }) => createdAt);
    const there = await this.#recipes
      .find({ owner, createdAt: trusted({ $in: dates }) })
      .select({ title: 1, createdAt: 1 })
      .lean();
    const ids = new Map(there.map((record) => [identity(record), String(record._id)]));
    const restored = recipes.map((recipe) => {
      const known = ids.get(identity(recipe));
      const id = known ?? String(new Types.ObjectId());
      ids.set(identity(recipe), id);
      return { id, added: known === undefined };
    });
    const records = recipes.flatMap((recipe, at) => {
      const { id, added } = restored[at] ?? {};
      if (!added) return [];
      return [{ ...recipe, _id: id, owner, version: 1, found: foundOf(recipe) }];
    });
    await this.assertRoom(owner, records.length);
    if (records.length === 0) return restored;
    await this.#cache.change(owner, () => this.#recipes.insertMany(records, { timestamps: false }));
    return restored;
  }

  /** @returns `undefined` when the owner has no such recipe; so do the others. */
  async find(owner: string, id: string): Promise<Recipe | undefined> {
    const found = await this.#recipes.findOne({ _id: id, owner }).select(fullFields).lean();
    return found ? withId(found) : undefined;
  }

  /** @returns the copy. @throws TooManyRecipes */
  async duplicate(owner: string, id: string): Promise<Recipe | undefined> {
    const found = await this.find(owner, id);
    if (!found) return undefined;
    const { id: _, version, createdAt, updatedAt, ...input } = found;
    return this.create(owner, { ...input, title: copyTitle(input.title) });
  }

  /** Replaces all fields: those absent from the input are taken away. @throws RecipeChanged */
  replace(
    owner: string,
    id: string,
    input: RecipeInput,
    expected?: Expected,
  ): Promise<Recipe | undefined> {
    const absent = Object.keys(recipeInput.shape).map((field) => [field, null]);
    return this.change(owner, id, { ...Object.fromEntries(absent), ...input }, expected);
  }

  /** Changes the fields given; `null` takes a field away. @throws RecipeChanged */
  async change(
    owner: string,
    id: string,
    changes: RecipeChanges,
    expected?: Expected,
  ): Promise<Recipe | undefined> {
    for (let tries = 0; tries < maxTries; tries++) {
      const current = await this.#current(owner, id, expected);
      if (!current) return undefined;
      // What is looked for depends on fields that the changes may not hold.
      const known = { _id: id, owner, version: current.version };
      const update = updateOf(current, changes);
      const changed = await this.#cache.change(owner, () =>
        this.#recipes
          .findOneAndUpdate(known, update, { returnDocument: 'after' })
          .select(fullFields)
          .lean(),
      );
      if (changed) return withId(changed);
    }
    throw new RecipeChanged();
  }

  /** @returns whether there was such a recipe. @throws RecipeChanged */
  async remove(owner: string, id: string, expected?: Expected): Promise<boolean> {
    if (expected === undefined) {
      return (await this.#delete(owner, { _id: id })) > 0;
    }
    const current = await this.#current(owner, id, expected);
    if (!current) return false;
    const { version } = current;
    if ((await this.#delete(owner, { _id: id, version })) === 0) throw new RecipeChanged();
    return true;
  }

  async #delete(owner: string, filter: object): Promise<number> {
    const { deletedCount } = await this.#cache.change(owner, () =>
      this.#recipes.deleteOne({ ...filter, owner }),
    );
    return deletedCount;
  }

  /** What a change needs to know. Records from before there were versions have `null`, which finds them again. */
  async #current(owner: string, id: string, expected: Expected) {
    const found = await this.#recipes.findOne({ _id: id, owner }).select(sourceFields).lean();
    if (!found) return undefined;
    const version: number | null = found.version ?? null;
    if (expected && !expected.includes(version ?? 0)) throw new RecipeChanged();
    return { ...found, version };
  }
}

/** What makes a recipe the same one after it came back from a file. */
function identity({ title, createdAt }: Pick<Recipe, 'title' | 'createdAt'>): string {
  return `${createdAt.getTime()} ${title}`;
}

function copyTitle(title: string): string {
  const mark = ' (copy)';
  return `${title.slice(0, maxTitle - mark.length).trimEnd()}${mark}`;
}

function updateOf(current: FoundSource, changes: RecipeChanges) {
  const fields = Object.entries(changes).filter(([, value]) => value !== undefined);
  const set = Object.fromEntries(fields.filter(([, value]) => value !== null));
  const unset = fields.filter(([, value]) => value === null).map(([name]) => [name, 1]);
  const kept = Object.entries(current).filter(([name]) => changes[name as 'title'] !== null);
  // The input was checked, so the fields that remain have the types of a recipe.
  const found = foundOf({ ...Object.fromEntries(kept), ...set } as FoundSource);
  return {
    $set: { ...set, found },
    ...(unset.length > 0 && { $unset: Object.fromEntries(unset) }),
    $inc: { version: 1 },
  };
}
