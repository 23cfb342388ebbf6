type Titles = ReadonlyMap<string, string>;

/** Things whose recipes are looked up at once. */
const lotLength = 20;

/**
 * Shows many things with the titles of their recipes, which are looked up for many at once.
 * @param titlesOf the titles of the recipes of some things.
 */
export async function* shownInLots<T, S>(
  things: AsyncIterable<T>,
  titlesOf: (lot: readonly T[]) => Promise<Titles>,
  shown: (thing: T, titles: Titles) => S,
): AsyncGenerator<S> {
  for await (const lot of inLots(things, lotLength)) {
    const titles = await titlesOf(lot);
    yield* lot.map((thing) => shown(thing, titles));
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
