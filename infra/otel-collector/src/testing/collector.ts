import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { freePort, Program } from '@recipe-book/test/program';
import { until } from '@recipe-book/test/until';
import { collectorConfig, collectorEnvironment, type Signal } from '../index.ts';
import type { Backend } from './backend.ts';

/** What tests change of a configuration, to be quicker or to bring about what is rare. */
export interface ChangeableConfig {
  receivers: { statsd?: { aggregation_interval: string } };
  processors: Record<
    'tail_sampling' | 'tail_sampling/web',
    { decision_wait: string; num_traces: number }
  >;
  exporters: Record<
    string,
    {
      encoding?: string;
      compression?: string;
      timeout: string;
      retry_on_failure: { max_interval: string };
      sending_queue: { queue_size: number };
    }
  >;
  service: {
    telemetry: {
      logs: { processors: { batch: { schedule_delay: number } }[] };
      metrics: { readers: { periodic: { interval: number } }[] };
    };
  };
}

/** Has traces decided on as soon as they have come. */
export function decideSoon({ processors }: ChangeableConfig): void {
  for (const name of ['tail_sampling', 'tail_sampling/web'] as const) {
    processors[name].decision_wait = '100ms';
  }
}

export interface CollectorOptions {
  /** Settings as text, besides the backend. */
  readonly settings?: Record<string, string>;
  readonly change?: (config: ChangeableConfig) => void;
  /** Whether there is a ratelimit service beside it. */
  readonly besideRatelimit?: boolean;
  /** Variables of the process, such as those of a pod. */
  readonly env?: Record<string, string>;
}

/** A real Collector with the product's configuration, before a stand-in for OpenObserve. */
export class TestCollector {
  #program: Program | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), 'collector-'));
  #port = 0;
  #webPort = 0;
  #healthPort = 0;
  /** For metrics of a ratelimit service (UDP), if there is one. */
  statsdPort: number | undefined;
  readonly #env: Record<string, string>;

  private constructor(env: Record<string, string>) {
    this.#env = env;
  }

  static async start(
    backend: Backend,
    { settings = {}, change = () => {}, env = {}, besideRatelimit = false }: CollectorOptions = {},
  ): Promise<TestCollector> {
    const collector = new TestCollector({
      ...collectorEnvironment(320 * 1024 ** 2, 'collector-1'),
      TELEMETRY_AUTHORIZATION: 'x',
      ...env,
    });
    if (besideRatelimit) collector.statsdPort = await freePort();
    try {
      await collector.#configure(backend, settings, change);
      await collector.start();
    } catch (error) {
      await collector.remove();
      throw error;
    }
    return collector;
  }

  /** Where it writes what it has taken, in a folder of its own as each Collector of a stack has. */
  get telemetryDir(): string {
    return join(this.#folder, 'telemetry');
  }

  /** What it wrote since it was started last. */
  get lines(): readonly string[] {
    return this.#program?.lines ?? [];
  }

  /** Starts it, on what an earlier one has left. */
  async start(): Promise<void> {
    const config = join(this.#folder, 'config.json');
    const program = Program.launch('otelcol', ['--config', config], {
      PATH: process.env['PATH'],
      ...this.#env,
    });
    this.#program = program;
    let exited = false;
    void program.ended.then(() => {
      exited = true;
    });
    await until('the Collector is ready', 20, async () => {
      if (exited) throw new Error(`The Collector ended:\n${program.lines.join('\n')}`);
      const answer = await fetch(`http://127.0.0.1:${this.#healthPort}/`).catch(() => undefined);
      return answer?.ok;
    });
  }

  /** Ends it. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#program?.signal(signal);
    await this.#program?.ended;
  }

  /** Sends to it as an app does. @returns the status of the answer. */
  async send(signal: Signal, message: object): Promise<number> {
    return await this.sendBytes(signal, JSON.stringify(message));
  }

  /** The same with what JSON.stringify does not make. */
  async sendBytes(signal: Signal, body: string | Uint8Array<ArrayBuffer>): Promise<number> {
    const { status } = await fetch(`http://127.0.0.1:${this.#port}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return status;
  }

  /** Sends to it what a browser could. @returns the status of the answer. */
  async sendFromBrowser(signal: Signal, body: string | Uint8Array<ArrayBuffer>): Promise<number> {
    const { status } = await fetch(`http://127.0.0.1:${this.#webPort}/otlp/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return status;
  }

  /** Ends it at once and removes what it has left. */
  async remove(): Promise<void> {
    await this.#program?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #configure(
    backend: Backend,
    settings: Record<string, string>,
    change: (config: ChangeableConfig) => void,
  ): Promise<void> {
    this.#port = await freePort();
    this.#webPort = await freePort();
    this.#healthPort = await freePort();
    const address = '127.0.0.1';
    const filesDir = join(this.telemetryDir, '0');
    mkdirSync(filesDir, { recursive: true });
    const made = collectorConfig(
      loadSettings({ ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: backend.url }),
      {
        address,
        grpcPort: await freePort(),
        httpPort: this.#port,
        webPort: this.#webPort,
        healthAddress: address,
        healthPort: this.#healthPort,
        filesDir,
        queueDir: join(this.#folder, 'queue'),
        ...(this.statsdPort !== undefined && {
          statsd: { port: this.statsdPort, service: 'recipe-book-ratelimit' },
        }),
      },
    );
    const config = JSON.parse(JSON.stringify(made)) as ChangeableConfig;
    for (const [name, exporter] of Object.entries(config.exporters)) {
      if (!name.startsWith('otlp_http')) continue;
      // What the stand-in reads.
      exporter.encoding = 'json';
      exporter.compression = 'none';
      // A test does not wait as long for the next attempt.
      exporter.retry_on_failure.max_interval = '1s';
    }
    change(config);
    writeFileSync(join(this.#folder, 'config.json'), JSON.stringify(config));
  }
}
