import type { StreamType } from '../streams/wanted.ts';

/** A question that somebody asks again and again. */
export interface SavedQuery {
  /** The question, short. */
  readonly title: string;
  readonly description: string;
  readonly stream: string;
  readonly streamType: StreamType;
  readonly sql: string;
  /** Titles of the columns with text by the names that the query gives them. */
  readonly columns: Readonly<Record<string, string>>;
  /** The same for those with numbers. */
  readonly figures: Readonly<Record<string, string>>;
}
