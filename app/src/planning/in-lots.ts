/** Gathers things, so that something can be asked for many at once. */
export async function* inLots<T>(things: AsyncIterable<T>, length: number): AsyncGenerator<T[]> {
  let lot: T[] = [];
  for await (const thing of things) {
    lot.push(thing);
    if (lot.length < length) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}
