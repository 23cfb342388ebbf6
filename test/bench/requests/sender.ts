import { Agent } from 'node:http';
import type { Kind } from '@recipe-book/capacity';
import { type Call, call, repeat } from '../../harness/client.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { requestKinds } from './kinds.ts';
import { limits } from './limits.ts';
import type { Scene } from './scene.ts';

/** A measurement takes no longer, on a slow machine. Seconds. */
const room = 60;

/** Sends requests of all kinds, in turn to each ingress, over connections that stay open. */
export class Sender {
  readonly #scene: Scene;
  readonly #ingresses: readonly number[];
  readonly #agent: Agent;
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

  /** Brings the one that is to be refused over its limit, for the window that is now. */
  async refuse(): Promise<void> {
    await untilWindowHasRoom(limits.windowSeconds, room);
    // More than the limit, for those that pass uncounted while the machine is busy.
    await repeat(limits.anonymous * 1.5, 8, () => this.#send('refused'));
  }

  /** Sends one. @throws Error when it is not answered as such a request is. */
  async send(kind: Kind): Promise<void> {
    const { status, text } = await this.#send(kind);
    if (status !== requestKinds[kind].status) {
      throw new Error(`A request "${kind}" was answered ${status}: ${text.slice(0, 300)}`);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(kind: Kind) {
    const index = this.#sent++;
    const port = this.#ingresses[index % this.#ingresses.length] ?? 0;
    const request: Omit<Call, 'port' | 'agent'> = requestKinds[kind].request(this.#scene, index);
    return call({ ...request, port, agent: this.#agent });
  }
}
