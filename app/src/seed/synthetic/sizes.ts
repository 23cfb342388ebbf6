/**
 * How many things each of some users has, the most first. The second has half as many as the first,
 * the third a third: most users have some dozens, and a few have thousands.
 * @param most that one user may have; what is above it goes to the others.
 */
export function unevenSizes(users: number, things: number, most: number): number[] {
  const weights = Array.from({ length: users }, (_, at) => 1 / (at + 1));
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  let left = things;
  return weights.map((weight, at) => {
    // What those after this one cannot hold must not be left to them.
    const least = Math.max(0, left - (users - at - 1) * most);
    const size = Math.min(most, Math.max(least, Math.round((left * weight) / weightLeft)));
    weightLeft -= weight;
    left -= size;
    return size;
  });
}
