/** Typing errors that a word of a length may have: none in short words, where they make other words. */
export function typosAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Whether one word becomes the other by at most so many typing errors: a letter too many, too few,
 * wrong, or two exchanged. Takes time in proportion to the product of the lengths.
 */
export function isNear(one: string, other: string, typos: number): boolean {
  if (Math.abs(one.length - other.length) > typos) return false;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        cell(above, column) + 1,
        cell(current, column - 1) + 1,
        cell(above, column - 1) + (same ? 0 : 1),
      );
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, cell(before, column - 2) + 1);
      }
      current.push(least);
    }
    if (Math.min(...current) > typos) return false;
    before = above;
    above = current;
  }
  return cell(above, other.length) <= typos;
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
