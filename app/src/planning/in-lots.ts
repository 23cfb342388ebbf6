/** Things whose recipes are looked up at once. */
const lotLength = 20;

/**
 * Shows many things with their recipes, which are looked up for many at once.
 * @param recipesOf the recipes of some things.
 */
export async function* shownInLots<T, R, S>(
  things: AsyncIterable<T>,
  recipesOf: (lot: readonly T[]) => Promise<R>,
  shown: (thing: T, recipes: R) => S,
): AsyncGenerator<S> {
  for await (const lot of inLots(things, lotLength)) {
    const recipes = await recipesOf(lot);
    yield* lot.map((thing) => shown(thing, recipes));
  }
}

async function* inLots<T>(things: AsyncIterable<T>, length: number): AsyncGenerator<T[]> {
  let lot: T[] = [];
  for await (const thing of things) {
    lot.push(thing);
    if (lot.length < length) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}
