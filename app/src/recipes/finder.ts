import { type Model, type Types, trusted } from 'mongoose';
import { readPage } from '../database/page.ts';
import type { Page } from '../http/pagination.ts';
import { fieldsOf, withId } from './fields.ts';
import type { ListQuery } from './list-query.ts';
import type { RecipeRecord } from './model.ts';
import { type RecipeSummary, recipeSummary } from './schemas.ts';
import { exactTrigrams, nearTrigrams } from './search/candidates.ts';
import { scoreOf } from './search/rank.ts';
import { fold, wordsOf } from './search/words.ts';

const summaryFields = fieldsOf(Object.keys(recipeSummary.shape));
const candidateFields = {
  'found.title': 1,
  'found.ingredients': 1,
  'found.minutes': 1,
  rating: 1,
  createdAt: 1,
} as const;

/** Recipes that one search looks at, the newest first; `total` is never above it. */
const maxCandidates = 1000;
/** Words of a search that count. */
const maxWords = 8;

/** Each order is that of an index, alone and after each of the fields that are filtered by. */
const orders = {
  newest: { createdAt: -1 },
  title: { 'found.title': 1 },
  time: { 'found.minutes': 1 },
  rating: { rating: -1, createdAt: -1 },
} as const;

/**
 * Ranges that hold every recipe. Beside a filter by `maxMinutes` they lead the database to the index
 * in whose order the page is read. A hint would, too, but the embedded server takes time for one in
 * proportion to all recipes of all users.
 */
const leads = {
  newest: { createdAt: trusted({ $gte: new Date(0) }) },
  title: { 'found.title': trusted({ $gte: '' }) },
  time: {},
  rating: { createdAt: trusted({ $gte: new Date(0) }) },
} as const;

type Candidate = Pick<RecipeRecord, 'found' | 'rating' | 'createdAt'> & {
  readonly _id: Types.ObjectId;
};
type Filter = { readonly owner: string; readonly [path: string]: unknown };

/** Lists and searches the recipes of one owner. */
export class RecipeFinder {
  readonly #recipes: Model<RecipeRecord>;

  constructor(recipes: Model<RecipeRecord>) {
    this.#recipes = recipes;
  }

  async list(owner: string, query: ListQuery): Promise<Page<RecipeSummary>> {
    const { q, sort = 'newest' } = query;
    const filter = filterOf(owner, query);
    if (q !== undefined) {
      return this.#search({ ...filter, ...leadFor(query, 'newest') }, q, query);
    }
    const { items, ...rest } = await readPage(query, {
      find: (skip, most) =>
        this.#recipes
          .find({ ...filter, ...leadFor(query, sort) })
          .select(summaryFields)
          .sort(orders[sort])
          .skip(skip)
          .limit(most)
          .lean(),
      count: () => this.#recipes.countDocuments(filter),
    });
    return { items: items.map(withId), ...rest };
  }

  /**
   * Recipes that have every word, or a word that begins with it; when there is none, those that
   * have it with typing errors. Ranked here, since an index cannot.
   */
  async #search(filter: Filter, q: string, query: ListQuery): Promise<Page<RecipeSummary>> {
    const { page, limit, sort } = query;
    const words = [...new Set(wordsOf(q))].slice(0, maxWords);
    const exact = await this.#matches(filter, words, { $all: exactTrigrams(words) });
    const near = exact.length > 0 ? [] : nearTrigrams(words);
    const matches = near.length > 0 ? await this.#matches(filter, words, { $in: near }) : exact;
    if (sort !== undefined) matches.sort(comparers[sort]);
    const ids = matches.slice((page - 1) * limit, page * limit).map(({ _id }) => _id);
    return { items: await this.#summaries(filter.owner, ids), page, limit, total: matches.length };
  }

  /** Best first; those that fit equally well stay newest first. */
  async #matches(filter: Filter, words: string[], trigrams: object): Promise<Candidate[]> {
    if (words.length === 0) return [];
    const candidates: Candidate[] = await this.#recipes
      .find({ ...filter, 'found.trigrams': trusted(trigrams) })
      .select(candidateFields)
      .sort(orders.newest)
      .limit(maxCandidates)
      .lean();
    return candidates
      .map((candidate) => ({ candidate, score: scoreOf(words, candidate.found) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ candidate }) => candidate);
  }

  async #summaries(owner: string, ids: Types.ObjectId[]): Promise<RecipeSummary[]> {
    if (ids.length === 0) return [];
    const found = await this.#recipes
      .find({ _id: trusted({ $in: ids }), owner })
      .select(summaryFields)
      .lean();
    const byId = new Map(found.map((record) => [String(record._id), withId(record)]));
    return ids.flatMap((id) => byId.get(String(id)) ?? []);
  }
}

function leadFor({ maxMinutes }: ListQuery, order: keyof typeof orders): object {
  return maxMinutes === undefined ? {} : leads[order];
}

function filterOf(owner: string, { tag, cuisine, dishType, maxMinutes }: ListQuery): Filter {
  return {
    owner,
    ...(tag !== undefined && { 'found.tags': fold(tag) }),
    ...(cuisine !== undefined && { 'found.cuisine': fold(cuisine) }),
    ...(dishType !== undefined && { 'found.dishType': fold(dishType) }),
    ...(maxMinutes !== undefined && { 'found.minutes': trusted({ $lte: maxMinutes }) }),
  };
}

/** The same orders, for what was found by words. */
const comparers: Record<keyof typeof orders, (a: Candidate, b: Candidate) => number> = {
  newest: (a, b) => b.createdAt.getTime() - a.createdAt.getTime(),
  title: (a, b) => compare(a.found.title, b.found.title),
  time: (a, b) => a.found.minutes - b.found.minutes,
  rating: (a, b) => (b.rating ?? 0) - (a.rating ?? 0),
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
