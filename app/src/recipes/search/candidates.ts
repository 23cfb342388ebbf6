import { exchanges, typosAllowed } from './typos.ts';
import { trigramsOf } from './words.ts';

/** Trigrams that a recipe has all of when it has these words, or words that begin with them. */
export function exactTrigrams(words: readonly string[]): string[] {
  // The longest word first: an index is read by the first, and long words are rare.
  const byLength = words.toSorted((a, b) => b.length - a.length);
  return [...new Set(byLength.flatMap((word) => trigramsOf(word, word.length > 1)))];
}

/**
 * Trigrams of which a recipe has at least one when it has the longest of these words with so many
 * typing errors as are allowed. Empty when no word may have any.
 */
export function nearTrigrams(words: readonly string[]): string[] {
  const [longest = ''] = words.toSorted((a, b) => b.length - a.length);
  if (typosAllowed(longest) === 0) return [];
  return [...new Set([longest, ...exchanges(longest)].flatMap((word) => trigramsOf(word)))];
}
