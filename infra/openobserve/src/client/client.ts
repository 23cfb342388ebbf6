import { setTimeout as delay } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { type Answer, answerOf, refusal } from './answer.ts';
import { AccessError, OpenObserveError } from './errors.ts';

export interface ClientOptions {
  /** Address of OpenObserve, with its base path if it has one. */
  readonly url: string;
  /** Organization. */
  readonly org: string;
  readonly username: string;
  readonly password: string;
  /** Texts that must not stand in any message, besides the password. */
  readonly secrets?: readonly string[];
  /** How long one call may take, milliseconds. */
  readonly timeout?: number;
  /** The first pause before another try, milliseconds; each further one is twice as long. */
  readonly pause?: number;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const tries = 5;

/** Talks to the API of one organization (OpenObserve 0.16.3 and 0.92.2). */
export class Client {
  readonly #options: ClientOptions;
  readonly #base: string;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#base = options.url.replace(/\/+$/, '');
  }

  /** @throws OpenObserveError when the answer is not 2xx. */
  get(path: string): Promise<unknown> {
    return this.#call('GET', path);
  }

  /** The same, `undefined` when there is no such thing. */
  async find(path: string): Promise<unknown> {
    try {
      return await this.get(path);
    } catch (error) {
      const isMissing = error instanceof OpenObserveError && error.status === 404;
      if (isMissing && !(error instanceof AccessError)) return undefined;
      throw error;
    }
  }

  post(path: string, body: object): Promise<unknown> {
    return this.#call('POST', path, body);
  }

  put(path: string, body: object): Promise<unknown> {
    return this.#call('PUT', path, body);
  }

  delete(path: string): Promise<unknown> {
    return this.#call('DELETE', path);
  }

  /**
   * Tries again when that may help. A POST that had no answer may have made something, and would make
   * another: only when it was turned away is it sent again.
   * @param path below the organization; `v2/` in front chooses the newer API.
   */
  async #call(method: Method, path: string, body?: object): Promise<unknown> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#callOnce(method, path, body);
      } catch (error) {
        if (tried === tries || !(error instanceof OpenObserveError)) throw error;
        const isSafe = method !== 'POST' || error.status === 429 || error.status === 503;
        if (!error.isTransient || !isSafe) throw error;
        await delay((this.#options.pause ?? 500) * 2 ** (tried - 1));
      }
    }
  }

  async #callOnce(method: Method, path: string, body?: object): Promise<unknown> {
    const answer = await this.#send(method, path, body);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    const [resource = ''] = path.split('?');
    throw refusal(answer, `${method} ${resource}`, this.#where(), (text) =>
      this.#withoutSecrets(text),
    );
  }

  async #send(method: Method, path: string, body?: object): Promise<Answer> {
    const { timeout = 20_000 } = this.#options;
    try {
      const response = await fetch(this.#urlOf(path), {
        method,
        headers: {
          authorization: `Basic ${this.#credentials()}`,
          // Without it a POST counts as a form.
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
        redirect: 'manual',
      });
      return await answerOf(response);
    } catch (error) {
      throw new OpenObserveError(
        `OpenObserve at ${this.#where()} cannot be reached (${reasonOf(error)}): check OPENOBSERVE_URL and that it runs.`,
      );
    }
  }

  #urlOf(path: string): string {
    const { org } = this.#options;
    return path.startsWith('v2/')
      ? `${this.#base}/api/v2/${org}/${path.slice(3)}`
      : `${this.#base}/api/${org}/${path}`;
  }

  /** Without user and password, which may stand in an address. */
  #where(): string {
    return new URL(this.#base).origin;
  }

  #credentials(): string {
    const { username, password } = this.#options;
    return Buffer.from(`${username}:${password}`).toString('base64');
  }

  #withoutSecrets(text: string): string {
    const { password, secrets = [] } = this.#options;
    return [this.#credentials(), password, ...secrets].reduce(
      (kept, one) => kept.replaceAll(one, '[secret]'),
      text,
    );
  }
}

function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return 'no reason is given';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (!isNativeError(cause)) return error.name;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
