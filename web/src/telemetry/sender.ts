import { retryAfterMs } from '../api/retry-after.ts';
import type { Fetch } from './requests.ts';

/** The server takes no more in one request, bytes (the smallest MAX_WEB_TELEMETRY_SIZE). */
export const largest = 32 * 1024;
/** Browsers let little more in all go on when a page is left, bytes (64 KiB, by the Fetch standard). */
const mostKept = 60 * 1024;
/** Requests under way: when they take long, telemetry is dropped. As many as a page that is left may have to send. */
const mostAtOnce = 6;
/** After so many failures in a row nothing is sent any more until the page is loaded anew. */
const mostFailures = 3;
/** How long nothing is sent after a failure, ms. */
const shortestPause = 30_000;
const longestPause = 600_000;

/**
 * Takes telemetry to the server, once: what is refused or fails is gone, and nothing is tried again. The
 * console of a browser shows every request that fails, so there are few.
 */
export class Sender {
  readonly #fetch: Fetch;
  #underWay = 0;
  /** Bytes of those that go on when the page is left. */
  #kept = 0;
  #failures = 0;
  #pausedUntil = 0;

  /** @param send the browser's own `fetch`, which is not traced. */
  constructor(send: Fetch) {
    this.#fetch = send;
  }

  /** @returns whether it was taken. */
  async send(signal: 'traces' | 'logs', body: Uint8Array<ArrayBuffer>): Promise<boolean> {
    if (body.byteLength > largest || !this.#mayGo()) return false;
    const keepalive = this.#kept + body.byteLength <= mostKept;
    this.#underWay++;
    if (keepalive) this.#kept += body.byteLength;
    try {
      const { ok, headers } = await this.#fetch(`/otlp/v1/${signal}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        // It arrives although its page is being left; browsers refuse those that are too much together.
        keepalive,
        credentials: 'omit',
        redirect: 'error',
        priority: 'low',
        signal: AbortSignal.timeout(10_000),
      });
      if (ok) this.#failures = 0;
      else this.#failed(retryAfterMs(headers.get('retry-after')));
      return ok;
    } catch {
      this.#failed(0);
      return false;
    } finally {
      this.#underWay--;
      if (keepalive) this.#kept -= body.byteLength;
    }
  }

  #mayGo(): boolean {
    if (this.#failures >= mostFailures || this.#underWay >= mostAtOnce) return false;
    return Date.now() >= this.#pausedUntil;
  }

  #failed(pause: number): void {
    this.#failures++;
    this.#pausedUntil = Date.now() + Math.min(Math.max(pause, shortestPause), longestPause);
  }
}
