/** As much of a browser's caches as the service worker uses, in memory. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();

  async open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache();
    this.#caches.set(name, cache);
    return cache;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  async match(
    request: Request | string,
    { cacheName }: { cacheName: string },
  ): Promise<Response | undefined> {
    return this.#caches.get(cacheName)?.match(request);
  }
}

class FakeCache {
  readonly #entries = new Map<string, Response>();

  async put(request: Request | string, answer: Response): Promise<void> {
    // What is put again is the newest.
    this.#entries.delete(addressOf(request));
    this.#entries.set(addressOf(request), answer);
  }

  async match(request: Request | string): Promise<Response | undefined> {
    return this.#entries.get(addressOf(request))?.clone();
  }

  async keys(): Promise<string[]> {
    return [...this.#entries.keys()];
  }

  async delete(request: Request | string): Promise<boolean> {
    return this.#entries.delete(addressOf(request));
  }
}

function addressOf(request: Request | string): string {
  return typeof request === 'string' ? request : request.url;
}
