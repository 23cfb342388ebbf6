import { type Model, type Types, trusted } from 'mongoose';
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

/** Each order is that of an index. */
const orders = {
  newest: { createdAt: -1 },
  title: { 'found.title': 1 },
  time: { 'found.minutes': 1 },
  rating: { rating: -1, createdAt: -1 },
} as const;

/** Indexes that find by a filter and give the newest first. */
const filterIndexes = {
  q: { owner: 1, 'found.trigrams': 1, createdAt: -1 },
  tag: { owner: 1, 'found.tags': 1, createdAt: -1 },
  cuisine: { owner: 1, 'found.cuisine': 1, createdAt: -1 },
  dishType: { owner: 1, 'found.dishType': 1, createdAt: -1 },
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
    const { page, limit, q, sort = 'newest' } = query;
    const filter = filterOf(owner, query);
    if (q !== undefined) return this.#search(filter, q, query);
    const [found, total] = await Promise.all([
      this.#recipes
        .find(filter)
        .select(summaryFields)
        .sort(orders[sort])
        .hint(indexFor(query))
        .skip((page - 1) * limit)
        .limit(limit)
        .lean(),
      this.#recipes.countDocuments(filter),
    ]);
    return { items: found.map(withId), page, limit, total };
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
      .hint(filterIndexes.q)
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

/**
 * The index to read a page from, in its order. Left alone, the database may rather collect all that
 * fits a filter and sort it in memory.
 */
function indexFor({ sort = 'newest', tag, cuisine, dishType }: ListQuery): Record<string, 1 | -1> {
  if (sort !== 'newest') return { owner: 1, ...orders[sort] };
  if (tag !== undefined) return filterIndexes.tag;
  if (cuisine !== undefined) return filterIndexes.cuisine;
  if (dishType !== undefined) return filterIndexes.dishType;
  return { owner: 1, ...orders.newest };
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
