import { Agent } from 'node:http';
import { type Call, call, repeat } from './client.ts';

/** What an answer says of counting. */
export interface Counted {
  /** 0 when there was no whole answer. */
  readonly status: number;
  /** What is left of the limit; absent when the request passed uncounted. */
  readonly remaining?: number;
  /** End of the window that it was counted in, Unix seconds. */
  readonly reset?: number;
}

/** One client that sends many requests at once, in turn to each ingress, over connections that stay open. */
export class Crowd {
  readonly #agents: readonly [port: number, agent: Agent][];
  readonly #request: Omit<Call, 'port' | 'agent'>;

  constructor(ingresses: readonly number[], request: Omit<Call, 'port' | 'agent'>) {
    this.#agents = ingresses.map((port) => [port, new Agent({ keepAlive: true })]);
    this.#request = request;
  }

  /** Sends `total` requests, `concurrency` at a time. */
  send(total: number, concurrency: number): Promise<Counted[]> {
    return repeat(total, concurrency, (index) => this.#one(index));
  }

  /** Goes on sending, `concurrency` at a time, while `goesOn`; each waits for `pause` before it sends again. */
  async sendWhile(
    goesOn: () => boolean,
    concurrency: number,
    pause: () => Promise<unknown> = async () => undefined,
  ): Promise<Counted[]> {
    const answers: Counted[] = [];
    let sent = 0;
    const worker = async () => {
      while (goesOn()) {
        answers.push(await this.#one(sent++));
        await pause();
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    return answers;
  }

  close(): void {
    for (const [, agent] of this.#agents) agent.destroy();
  }

  async #one(index: number): Promise<Counted> {
    const [port = 0, agent] = this.#agents[index % this.#agents.length] ?? [];
    try {
      const { status, headers } = await call({ ...this.#request, port, ...(agent && { agent }) });
      const remaining = headers['x-ratelimit-remaining'];
      if (remaining === undefined) return { status };
      return {
        status,
        remaining: Number(remaining),
        reset: Number(headers['x-ratelimit-reset']),
      };
    } catch {
      return { status: 0 };
    }
  }
}

/** How the requests of one client in one window were counted. */
export interface Tally {
  readonly requests: number;
  /** Passed on to the app and counted. */
  readonly admitted: number;
  readonly refused: number;
  /** Passed on to the app without being counted. */
  readonly uncounted: number;
  /** Without a whole answer. */
  readonly failed: number;
  /** Of `admitted`, those that were told something else to be left than all others. */
  readonly distinct: number;
}

export function tally(answers: readonly Counted[]): Tally {
  const passed = answers.filter(({ status }) => status !== 0 && status !== 429);
  const counted = passed.flatMap(({ remaining }) => (remaining === undefined ? [] : [remaining]));
  return {
    requests: answers.length,
    admitted: counted.length,
    refused: answers.filter(({ status }) => status === 429).length,
    uncounted: passed.length - counted.length,
    failed: answers.filter(({ status }) => status === 0).length,
    distinct: new Set(counted).size,
  };
}

/** Whether all that was sent was counted, and just the limit let pass. */
export function isExact({ admitted, refused, uncounted, failed, distinct }: Tally, limit: number) {
  return uncounted === 0 && failed === 0 && refused > 0 && admitted === limit && distinct === limit;
}
