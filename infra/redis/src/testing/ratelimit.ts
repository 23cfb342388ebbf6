import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rateLimitEnvironment, redisAuthEnvironment } from '@recipe-book/envoy';
import { loadSettings, redisNodes } from '@recipe-book/settings';
import { Program } from '@recipe-book/test/program';
import { lastingPort } from './ports.ts';
import { remember } from './running.ts';
import { loopback } from './server.ts';

/** Requests that each client may make, in a window so long that no test meets its end. */
export const limit = 100;

const limits = {
  domain: 'test',
  descriptors: [{ key: 'client', rate_limit: { unit: 'year', requests_per_unit: limit } }],
};

/** What the service says to one request. */
export interface Verdict {
  readonly allowed: boolean;
  readonly remaining: number;
}

/** The real ratelimit service, with the environment that the product gives it. */
export class TestRatelimit {
  /** Where Envoy would call it. */
  readonly grpcPort: number;
  readonly #url: string;
  readonly #program: Program;
  readonly #folder: string;

  private constructor(grpcPort: number, httpPort: number, program: Program, folder: string) {
    this.grpcPort = grpcPort;
    this.#url = `http://${loopback}:${httpPort}`;
    this.#program = program;
    this.#folder = folder;
  }

  /** @param text settings of Redis. */
  static async start(text: Record<string, string>): Promise<TestRatelimit> {
    const folder = mkdtempSync(join(tmpdir(), 'recipe-book-ratelimit-'));
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config', 'limits.yaml'), JSON.stringify(limits));
    const settings = loadSettings(text);
    const listen = async () => ({ address: loopback, port: await lastingPort() });
    const http = await listen();
    const grpc = await listen();
    const environment = rateLimitEnvironment(settings, {
      http,
      grpc,
      debug: await listen(),
      redis: redisNodes(settings),
      runtimeRoot: folder,
    });
    const program = await Program.start('ratelimit', [], /Listening for HTTP/, {
      PATH: process.env['PATH'],
      ...environment,
      ...redisAuthEnvironment(settings),
    }).catch((error: unknown) => {
      rmSync(folder, { recursive: true });
      throw error;
    });
    const service = remember(new TestRatelimit(grpc.port, http.port, program, folder));
    await service.#ready();
    return service;
  }

  /** Opens so many connections, which the next requests take: making them is no part of what those may take. */
  async connect(connections: number): Promise<void> {
    const open = async () => (await fetch(`${this.#url}/healthcheck`)).text();
    await Promise.all(Array.from({ length: connections }, open));
  }

  /** Counts one request of a client. @throws when there is no answer within a second. */
  async count(client: string): Promise<Verdict> {
    const { status, text } = await this.#ask(client).catch((cause: unknown) => {
      throw new Error(`The ratelimit service does not count a request of ${client}.`, { cause });
    });
    if (status !== 200 && status !== 429) {
      throw new Error(`The ratelimit service answers ${status}: ${text}`);
    }
    const { statuses } = JSON.parse(text);
    // Numbers that are 0 are left out.
    return { allowed: status === 200, remaining: statuses[0].limitRemaining ?? 0 };
  }

  async #ask(client: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.#url}/json`, {
      method: 'POST',
      body: JSON.stringify({
        domain: 'test',
        descriptors: [{ entries: [{ key: 'client', value: client }] }],
      }),
      signal: AbortSignal.timeout(1000),
    });
    return { status: response.status, text: await response.text() };
  }

  get pid(): number {
    return this.#program.pid;
  }

  /** What it has logged so far. */
  get lines(): readonly string[] {
    return this.#program.lines;
  }

  async stop(): Promise<void> {
    await this.#program.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ready(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.#url}/healthcheck`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
