import { Agent } from 'node:http';
import type { Kind } from '@recipe-book/capacity';
import { type Answer, type Call, call, freshAddress, repeat } from '../../harness/client.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { requestKinds } from './kinds.ts';
import { limits, shedFrom } from './limits.ts';
import { OverLimit } from './over-limit.ts';
import type { Scene } from './scene.ts';

/** A measurement takes no longer, on a slow machine. Seconds. */
const room = 60;
/** More than any measurement of this kind sends. */
const usualRefused = 600;

/** Sends requests of all kinds, in turn to each ingress, over connections that stay open. */
export class Sender {
  readonly #scene: Scene;
  readonly #ingresses: readonly number[];
  readonly #agent: Agent;
  readonly #over = new OverLimit();
  #farOver = '';
  #sent = 0;

  /** @param agent its connections, which it closes in the end. */
  constructor(
    scene: Scene,
    ingresses: readonly number[],
    agent: Agent = new Agent({ keepAlive: true }),
  ) {
    this.#agent = agent;
    this.#scene = scene;
    this.#ingresses = ingresses;
  }

  /**
   * Brings clients over their limit, for the window that is now.
   * @param requests that are to be refused at most until this is called again.
   * @param seconds that these take at most.
   */
  async refuse(requests = usualRefused, seconds = room): Promise<void> {
    await untilWindowHasRoom(limits.windowSeconds, seconds);
    await this.#over.renew(requests, (from, total) => this.#flood(from, total));
  }

  /** Brings a client so far over its limit that Envoy refuses it alone, at each ingress, for the window that is now. */
  async shed(): Promise<void> {
    this.#farOver = freshAddress();
    await this.#flood(this.#farOver, shedFrom * 1.2 * this.#ingresses.length);
  }

  /** Sends one. @throws Error when it is not answered as such a request is. */
  async send(kind: Kind): Promise<void> {
    const { status, namesLimit } = requestKinds[kind];
    const index = this.#sent++;
    const over = kind === 'refused' ? this.#over.next() : this.#farOver;
    const answer = await this.#call(index, requestKinds[kind].request(this.#scene, index, over));
    if (answer.status !== status) {
      const text = answer.text.slice(0, 300);
      throw new Error(`A request "${kind}" was answered ${answer.status}: ${text}`);
    }
    if (namesLimit !== undefined && namesLimit !== 'ratelimit-policy' in answer.headers) {
      const by = namesLimit ? 'Envoy alone' : 'the ratelimit service';
      throw new Error(`A request "${kind}" was refused by ${by}.`);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #flood(from: string, total: number): Promise<unknown> {
    return repeat(total, 8, () => this.#call(this.#sent++, { path: '/api/recipes', from }));
  }

  #call(index: number, request: Omit<Call, 'port' | 'agent'>): Promise<Answer> {
    const port = this.#ingresses[index % this.#ingresses.length] ?? 0;
    return call({ ...request, port, agent: this.#agent });
  }
}
