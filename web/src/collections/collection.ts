import type {
  Collection as ApiCollection,
  CollectionSummary as ApiSummary,
} from '@recipe-book/app/schemas/collections';
import type { Sent } from '../api/sent.ts';

/** A collection with all its recipes. */
export type Collection = Sent<ApiCollection>;

/** A collection in a list: with the first of its recipes. */
export type CollectionSummary = Sent<ApiSummary>;

/** A recipe as collections show it. */
export type RecipeCard = Collection['recipes'][number];
