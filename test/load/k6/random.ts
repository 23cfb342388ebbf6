/** One of several. @throws Error when there is none. */
export function pick<T>(all: readonly T[]): T {
  const one = all[Math.floor(Math.random() * all.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

/** Any number between two. */
export function between(least: number, most: number): number {
  return least + Math.random() * (most - least);
}

/** One of several, each as often as its weight says. @throws Error when there is none. */
export function pickWeighted<T extends { readonly weight: number }>(all: readonly T[]): T {
  let left = Math.random() * all.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of all) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return pick(all);
}
