import { typosAllowed } from './typos.ts';
import { trigramsOf } from './words.ts';

/** Trigrams that a recipe has all of when it has these words, or words that begin with them. */
export function exactTrigrams(words: readonly string[]): string[] {
  // An index is read by the first: of the longest word, and not its beginning, which many words share.
  const byLength = words.toSorted((a, b) => b.length - a.length);
  return [...new Set(byLength.flatMap((word) => trigramsOf(word, word.length > 1).toReversed()))];
}

/**
 * Trigrams of which a recipe has at least one when it has the longest of these words, or one that
 * begins with it, with as many typing errors as are allowed. An error changes at most four trigrams
 * that follow each other, so those of both ends outlast one error, and with the middle two.
 * Empty when no word may have any.
 */
export function nearTrigrams(words: readonly string[]): string[] {
  const [longest = ''] = words.toSorted((a, b) => b.length - a.length);
  const typos = typosAllowed(longest);
  if (typos === 0) return [];
  const closed = trigramsOf(longest);
  if (longest.length === 4) {
    return [...endsOf(closed), ...endsOf(trigramsOf(middleExchanged(longest)))];
  }
  const middle = typos > 1 ? closed.slice(closed.length / 2).slice(0, 1) : [];
  return [...endsOf(closed), ...trigramsOf(longest, true).slice(-1), ...middle];
}

function endsOf(trigrams: readonly string[]): string[] {
  return [...trigrams.slice(0, 1), ...trigrams.slice(-1)];
}

/** In a word of four letters this one slip leaves no trigram. */
function middleExchanged(word: string): string {
  return `${word.charAt(0)}${word.charAt(2)}${word.charAt(1)}${word.charAt(3)}`;
}
