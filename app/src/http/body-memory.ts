import type { RequestHandler } from 'express';
import { TooBusy } from '../slots.ts';

/** A body that is held whole, and how much of it has arrived, bytes. */
interface Held {
  size: number;
}

/**
 * Bounds what bodies take that are held whole until they are answered. Once it is used up, only the
 * body that came first goes on, so one will be done; the others stand still, unread, until there is room.
 * Each counts with what has arrived of it: whoever sends slowly takes little from the others. A part
 * that was waited for already is still taken, so the bound may be passed by one part a body.
 */
export class BodyMemory {
  readonly #limit: number;
  readonly #patience: number;
  /** The first that came first. */
  readonly #bodies = new Set<Held>();
  #released = Promise.withResolvers<void>();

  /**
   * @param limit bytes; the one body that goes on may be more than that.
   * @param patience how long a body may stand still, milliseconds.
   */
  constructor(limit: number, patience: number) {
    this.#limit = limit;
    this.#patience = patience;
  }

  /**
   * Reads a body whole.
   * @param over says that it is held no longer.
   * @throws TooBusy, or what reading throws
   */
  async gather(parts: AsyncIterable<Uint8Array>, over: Promise<void>): Promise<Buffer> {
    const held = { size: 0 };
    this.#bodies.add(held);
    void over.then(() => this.#release(held));
    const chunks: Uint8Array[] = [];
    await this.#roomFor(held);
    for await (const chunk of parts) {
      chunks.push(chunk);
      held.size += chunk.length;
      await this.#roomFor(held);
    }
    return Buffer.concat(chunks);
  }

  async #roomFor(held: Held): Promise<void> {
    if (!this.#mustWait(held)) return;
    const { promise: tooLong, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new TooBusy()), this.#patience);
    try {
      while (this.#mustWait(held)) await Promise.race([this.#released.promise, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Reading tells of a client that has gone, so then there is nothing to wait for. */
  #mustWait(held: Held): boolean {
    const [first] = this.#bodies;
    let used = 0;
    for (const { size } of this.#bodies) used += size;
    return used >= this.#limit && held !== first && this.#bodies.has(held);
  }

  #release(held: Held): void {
    this.#bodies.delete(held);
    this.#released.resolve();
    this.#released = Promise.withResolvers();
  }
}

/** Makes a body that comes part by part whole; its memory counts until it is answered. */
export function gatherBody(memory: BodyMemory): RequestHandler {
  return async (request, response, next) => {
    // The client may have gone already.
    if (response.destroyed) return;
    const over = new Promise<void>((resolve) => response.once('close', resolve));
    request.body = await memory.gather(request.body, over);
    next();
  };
}
