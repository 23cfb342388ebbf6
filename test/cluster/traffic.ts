import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../harness/client.ts';

/** Where the app is reached. */
export interface Entrance {
  readonly host: string;
  readonly port: number;
}

/** One request and what became of it; times in milliseconds of `performance.now()`. */
export interface Sent {
  readonly began: number;
  readonly ended: number;
  /** 0 when there was no whole answer. */
  readonly status: number;
  /** How often no connection could be opened before; nothing had been sent then. */
  readonly refused: number;
  /** What went wrong, or `undefined`. */
  readonly failure: string | undefined;
}

/** Between two requests of one cook, milliseconds. */
const pause = 80;
/** An answer that takes longer has failed, milliseconds. */
const patience = 15_000;
/** How long a client goes on trying to connect, as browsers and proxies do, milliseconds. */
const connectPatience = 5000;

/**
 * Cooks who list, store and read recipes without pause: some 100 requests a second. Half of them keep
 * their connection, half open a new one for each request.
 */
export class Traffic {
  readonly #entrance: Entrance;
  readonly #sent: Sent[] = [];
  /** How many recipes each cook was told to be stored. */
  readonly #confirmed = new Map<string, number>();
  #stopped = false;
  readonly #workers: Promise<void>[];

  constructor(entrance: Entrance, tokens: readonly string[]) {
    this.#entrance = entrance;
    this.#workers = tokens.map((token, at) => this.#cook(token, at % 2 === 0));
  }

  /** What began at or after an instant of `performance.now()`. */
  since(instant: number): readonly Sent[] {
    return this.#sent.filter(({ began }) => began >= instant);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#workers);
  }

  /** How many recipes are not there although a cook was told that they are stored; to be asked after `stop`. */
  async lost(): Promise<number> {
    let lost = 0;
    for (const [token, confirmed] of this.#confirmed) {
      const { json } = await call({ ...this.#entrance, path: '/api/recipes', token });
      lost += Math.max(0, confirmed - json.total);
    }
    return lost;
  }

  async #cook(token: string, keepAlive: boolean): Promise<void> {
    const agent = new Agent({ keepAlive });
    const ask = (method: string, path: string, body?: unknown) =>
      this.#send({ token, agent, method, path, body });
    let made: string | undefined;
    for (let round = 0; !this.#stopped; round++) {
      const turn = round % 4;
      if (turn === 0) await ask('GET', '/api/recipes');
      else if (turn === 1) {
        made = await ask('POST', '/api/recipes', { title: `Soup ${round}` });
        if (made) this.#confirmed.set(token, (this.#confirmed.get(token) ?? 0) + 1);
      } else if (turn === 2 && made) await ask('GET', `/api/recipes/${made}`);
      else await ask('GET', '/api/auth/me');
      await wait(pause);
    }
    agent.destroy();
  }

  /** @returns the id in the answer, if there is one. */
  async #send(request: {
    readonly token: string;
    readonly agent: Agent;
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
  }): Promise<string | undefined> {
    const began = performance.now();
    const note = (rest: Pick<Sent, 'status' | 'refused' | 'failure'>) =>
      this.#sent.push({ began, ended: performance.now(), ...rest });
    for (let refused = 0; ; refused++) {
      try {
        const { status, text } = await call({ ...this.#entrance, ...request, silence: patience });
        const failure =
          status >= 200 && status < 300 ? undefined : `${status} ${text.slice(0, 200)}`;
        note({ status, refused, failure });
        return failure === undefined ? idOf(text) : undefined;
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        const goesOn = performance.now() - began < connectPatience;
        if (code !== 'ECONNREFUSED' || !goesOn) {
          note({ status: 0, refused, failure: code ?? message });
          return undefined;
        }
        await wait(100);
      }
    }
  }
}

function idOf(text: string): string | undefined {
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : undefined;
}
