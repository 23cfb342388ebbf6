import { Agent } from 'node:http';
import { type Call, call, repeat } from './client.ts';
import { type Counted, countedBy } from './counted.ts';

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
      return countedBy(await call({ ...this.#request, port, ...(agent && { agent }) }));
    } catch {
      return { status: 0 };
    }
  }
}
