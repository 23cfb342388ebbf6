import { Agent } from 'node:http';
import { type Answer, type Call, call } from '../harness/client.ts';

/** One client that goes on asking. */
export interface Client {
  /** `below`: always below its limit, `above`: always above it, `login`: signs in. */
  readonly kind: 'below' | 'above' | 'login';
  /** Requests per second. */
  readonly rate: number;
  readonly request: Omit<Call, 'port' | 'agent'>;
}

/** What became of one request. */
export interface Sample {
  readonly kind: Client['kind'];
  /** When it was sent, on the clock of `performance.now()`, milliseconds. */
  readonly at: number;
  /** How long its answer took, milliseconds. */
  readonly ms: number;
  /** 0: there was no whole answer. */
  readonly status: number;
  /** Whether the answer tells a limit, which only the shared limiter knows. */
  readonly counted: boolean;
}

/** Constant traffic: each client sends at its own pace, whether or not earlier answers have come. */
export class Traffic {
  readonly samples: Sample[] = [];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #open = new Set<Promise<void>>();

  constructor(port: number, clients: readonly Client[]) {
    clients.forEach((client, at) => {
      const period = 1000 / client.rate;
      // Not all at the same moment.
      const start = setTimeout(
        () => {
          this.#timers.push(setInterval(() => this.#send(port, client), period));
        },
        (period * at) / clients.length,
      );
      this.#timers.push(start);
    });
  }

  /** Resolves when the last answer has come. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#open);
    this.#agent.destroy();
  }

  #send(port: number, { kind, request }: Client): void {
    const at = performance.now();
    const answered = call({ ...request, port, agent: this.#agent })
      .catch(() => undefined)
      .then((answer) => {
        this.samples.push({ kind, at, ...outcome(answer, at) });
        this.#open.delete(answered);
      });
    this.#open.add(answered);
  }
}

function outcome(answer: Answer | undefined, at: number) {
  return {
    ms: answer?.ms ?? performance.now() - at,
    status: answer?.status ?? 0,
    counted: answer?.headers['x-ratelimit-limit'] !== undefined,
  };
}
