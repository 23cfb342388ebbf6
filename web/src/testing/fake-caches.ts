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

  async match(url: string, { cacheName }: { cacheName: string }): Promise<Response | undefined> {
    return this.#caches.get(cacheName)?.match(url);
  }
}

class FakeCache {
  readonly #entries = new Map<string, Response>();

  async put(url: string, answer: Response): Promise<void> {
    // What is put again is the newest.
    this.#entries.delete(url);
    this.#entries.set(url, answer);
  }

  async match(url: string): Promise<Response | undefined> {
    return this.#entries.get(url)?.clone();
  }

  async keys(): Promise<string[]> {
    return [...this.#entries.keys()];
  }

  async delete(url: string): Promise<boolean> {
    return this.#entries.delete(url);
  }
}
