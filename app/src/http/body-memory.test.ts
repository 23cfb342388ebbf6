import { setImmediate as nextTurn } from 'node:timers/promises';
import { BodyMemory } from './body-memory.ts';

const patience = 60_000;

/** A body whose parts come when they are told to. */
class Sent {
  read = 0;
  readonly #parts: Uint8Array[] = [];
  readonly #over = Promise.withResolvers<void>();
  #isAll = false;
  #more = Promise.withResolvers<void>();
  readonly whole: Promise<Buffer>;

  constructor(memory: BodyMemory) {
    this.whole = memory.gather(this.#arriving(), this.#over.promise);
  }

  /** Resolves when as much has been read as may be. */
  async send(...sizes: number[]): Promise<void> {
    this.#parts.push(...sizes.map((size) => Buffer.alloc(size)));
    this.#more.resolve();
    await nextTurn();
  }

  /** @returns how long the whole is. */
  async end(): Promise<number> {
    this.#isAll = true;
    this.#more.resolve();
    return (await this.whole).length;
  }

  /** The request has been answered, or the client has gone. */
  async release(): Promise<void> {
    this.#over.resolve();
    await nextTurn();
  }

  async *#arriving(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const part = this.#parts.shift();
      if (part) {
        this.read += part.length;
        yield part;
      } else if (this.#isAll) {
        return;
      } else {
        this.#more = Promise.withResolvers();
        await this.#more.promise;
      }
    }
  }
}

test('when the memory is used up, only the body that came first goes on', async () => {
  const memory = new BodyMemory(100, patience);
  const [first, second, third] = [new Sent(memory), new Sent(memory), new Sent(memory)];
  await second.send(60);
  await third.send(40, 10);
  await first.send(10, 50);
  expect([first.read, second.read, third.read]).toEqual([60, 60, 40]);
  // The part that was waited for already, and no more.
  await second.send(5, 5);
  expect(second.read).toBe(65);
  expect(await first.end()).toBe(60);
  await first.release();
  // Now the second is the first.
  expect([second.read, third.read]).toEqual([70, 40]);
  expect(await second.end()).toBe(70);
  await second.release();
  expect(await third.end()).toBe(50);
  await third.release();
});

test('bodies that have hardly begun keep nobody waiting', async () => {
  const memory = new BodyMemory(100, patience);
  const slow = Array.from({ length: 50 }, () => new Sent(memory));
  for (const each of slow) await each.send(1);
  const other = new Sent(memory);
  await other.send(49);
  expect(await other.end()).toBe(49);
  for (const each of slow) expect(await each.end()).toBe(1);
});

test('who has gone makes room', async () => {
  const memory = new BodyMemory(100, patience);
  const [first, second] = [new Sent(memory), new Sent(memory)];
  await first.send(100);
  const third = new Sent(memory);
  await third.send(30);
  await second.release();
  expect(third.read).toBe(0);
  await first.release();
  expect(await third.end()).toBe(30);
  await Promise.all([first.end(), second.end()]);
});

test('who stands still for too long is sent away', async () => {
  const memory = new BodyMemory(100, 1);
  const first = new Sent(memory);
  await first.send(100);
  await expect(new Sent(memory).whole).rejects.toMatchObject({ name: 'TooBusy', retryAfter: 5 });
  expect(await first.end()).toBe(100);
});
