import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program } from '../src/program.ts';
import { messagesOf } from './messages.ts';

/** One series of an answer, with its values in the order of time. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly number[];
}

/** Metrics get the names that OpenObserve gives them, and all attributes of their resources as labels. */
const config = {
  otlp: {
    translation_strategy: 'UnderscoreEscapingWithoutSuffixes',
    promote_all_resource_attributes: true,
  },
  // The files of several Collectors are read one after the other.
  storage: { tsdb: { out_of_order_time_window: '1h' } },
};

/** Prometheus, whose engine says what PromQL means; it is given what the Collectors of a stack wrote. */
export class PromqlEngine {
  readonly #program: Program;
  readonly #api: string;
  readonly #folder: string;
  /** Lines of each file that it has. */
  readonly #loaded = new Map<string, number>();

  private constructor(program: Program, api: string, folder: string) {
    this.#program = program;
    this.#api = api;
    this.#folder = folder;
  }

  static async start(): Promise<PromqlEngine> {
    const folder = mkdtempSync(join(tmpdir(), 'recipe-book-promql-'));
    const file = join(folder, 'prometheus.json');
    writeFileSync(file, JSON.stringify(config));
    const address = `127.0.0.1:${await freePort()}`;
    const args = [
      `--config.file=${file}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--web.enable-otlp-receiver',
    ];
    const program = await Program.start('prometheus', args, /Server is ready/);
    return new PromqlEngine(program, `http://${address}/api/v1`, folder);
  }

  async stop(): Promise<void> {
    await this.#program.stop();
    rmSync(this.#folder, { recursive: true });
  }

  /** Gives it what is new in the files. @param telemetryDir of a stack. */
  async load(telemetryDir: string): Promise<void> {
    for (const [file, lines] of messagesOf(telemetryDir, 'metrics')) {
      for (const body of lines.slice(this.#loaded.get(file) ?? 0)) {
        await this.#ask('otlp/v1/metrics', { method: 'POST', headers, body });
      }
      this.#loaded.set(file, lines.length);
    }
  }

  /** What a query comes to at one time. @param at milliseconds since 1970. */
  async at(query: string, at: number): Promise<Series[]> {
    const result = await this.#query('query', { query, time: String(at / 1000) });
    return result.map(({ metric, value }) => ({ labels: metric, values: [Number(value?.[1])] }));
  }

  /** The same over a time, every five seconds. */
  async over(query: string, from: number, to: number): Promise<Series[]> {
    const times = { start: String(from / 1000), end: String(to / 1000), step: '5' };
    const result = await this.#query('query_range', { query, ...times });
    return result.map(({ metric, values = [] }) => ({
      labels: metric,
      values: values.map(([, value]) => Number(value)),
    }));
  }

  async #query(kind: string, parameters: Record<string, string>): Promise<Result[]> {
    const body = new URLSearchParams(parameters);
    const text = await this.#ask(kind, { method: 'POST', body });
    return (JSON.parse(text) as { data: { result: Result[] } }).data.result;
  }

  async #ask(path: string, init: RequestInit): Promise<string> {
    const response = await fetch(`${this.#api}/${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`Prometheus answered ${response.status}: ${text}`);
    return text;
  }
}

const headers = { 'content-type': 'application/json' };

/** A series as the API tells it, with one value or several. */
interface Result {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}
