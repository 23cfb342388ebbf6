import type { Model, Types } from 'mongoose';
import type { Page, PageQuery } from '../http/pagination.ts';
import type { RecipeRecord } from './model.ts';
import {
  type Recipe,
  type RecipeChanges,
  type RecipeInput,
  type RecipeSummary,
  recipeInput,
  recipeSummary,
} from './schemas.ts';

const fullFields = fieldsOf(['createdAt', 'updatedAt', ...Object.keys(recipeInput.shape)]);
const summaryFields = fieldsOf(Object.keys(recipeSummary.shape));

/** What can be done with recipes. Every operation sees those of one owner only. */
export class RecipeService {
  readonly #recipes: Model<RecipeRecord>;

  constructor(recipes: Model<RecipeRecord>) {
    this.#recipes = recipes;
  }

  /** Newest first. Those made in the same millisecond keep the order of the index. */
  async list(owner: string, { page, limit }: PageQuery): Promise<Page<RecipeSummary>> {
    const [found, total] = await Promise.all([
      this.#recipes
        .find({ owner })
        .select(summaryFields)
        .sort({ createdAt: -1 })
        .skip((page - 1) * limit)
        .limit(limit)
        .lean(),
      this.#recipes.countDocuments({ owner }),
    ]);
    return { items: found.map(withId), page, limit, total };
  }

  async create(owner: string, input: RecipeInput): Promise<Recipe> {
    const { owner: _, ...made } = (await this.#recipes.create({ ...input, owner })).toObject();
    return withId(made);
  }

  /** @returns `undefined` when the owner has no such recipe; so do the others. */
  async find(owner: string, id: string): Promise<Recipe | undefined> {
    const found = await this.#recipes.findOne({ _id: id, owner }).select(fullFields).lean();
    return found ? withId(found) : undefined;
  }

  /** Replaces all fields: those absent from the input are taken away. */
  replace(owner: string, id: string, input: RecipeInput): Promise<Recipe | undefined> {
    const absent = Object.keys(recipeInput.shape).map((field) => [field, null]);
    return this.change(owner, id, { ...Object.fromEntries(absent), ...input });
  }

  /** Changes the fields given; `null` takes a field away. */
  async change(owner: string, id: string, changes: RecipeChanges): Promise<Recipe | undefined> {
    const fields = Object.entries(changes).filter(([, value]) => value !== undefined);
    const set = fields.filter(([, value]) => value !== null);
    const unset = fields.filter(([, value]) => value === null);
    const changed = await this.#recipes
      .findOneAndUpdate(
        { _id: id, owner },
        {
          ...(set.length > 0 && { $set: Object.fromEntries(set) }),
          ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map(([name]) => [name, 1])) }),
        },
        { returnDocument: 'after' },
      )
      .select(fullFields)
      .lean();
    return changed ? withId(changed) : undefined;
  }

  /** @returns whether there was such a recipe. */
  async remove(owner: string, id: string): Promise<boolean> {
    return (await this.#recipes.deleteOne({ _id: id, owner })).deletedCount > 0;
  }
}

function withId<T extends { _id: Types.ObjectId }>({ _id, ...fields }: T) {
  return { id: String(_id), ...fields };
}

function fieldsOf(names: string[]): Record<string, 1> {
  return Object.fromEntries(names.filter((name) => name !== 'id').map((name) => [name, 1]));
}
