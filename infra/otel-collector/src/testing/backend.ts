import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  type LogRecord,
  logsOf,
  type Metric,
  metricsOf,
  type OtlpMessage,
  type Received,
  type Span,
  spansOf,
  textOf,
} from './otlp.ts';

/** A status, or `hang`: takes the request and says nothing. */
type Answer = number | 'hang';

/** A stand-in for OpenObserve: takes OTLP/HTTP with JSON, and can behave as one in trouble does. */
export class Backend {
  /** What it answers, to all or by the path; only with 200 it keeps what came. */
  answer: Answer | ((path: string) => Answer) = 200;
  /** What was acknowledged. */
  readonly spans: Received<Span>[] = [];
  readonly logs: Received<LogRecord>[] = [];
  readonly metrics: Received<Metric>[] = [];
  /** The same as it came. */
  readonly texts: string[] = [];
  /** Paths of the requests that were not. */
  readonly refused: string[] = [];
  #server: Server;
  #port = 0;

  private constructor() {
    this.#server = this.#make();
  }

  static async start(): Promise<Backend> {
    const backend = new Backend();
    await backend.open();
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Nobody listens any more, as when it is restarted. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Listens again, at the same port. */
  async open(): Promise<void> {
    this.#server = this.#make();
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Bodies of the log records of one service. */
  bodies(service = 'recipe-book-api'): string[] {
    return this.logs
      .filter(({ resource }) => resource['service.name'] === service)
      .map(({ body }) => body?.stringValue ?? '');
  }

  /** The latest value of a metric of an exporter; `undefined` when none has come. */
  latest(name: string, exporter: string): number | undefined {
    const found = this.metrics.filter((metric) => metric.name === name).at(-1);
    const point = (found?.sum ?? found?.gauge)?.dataPoints.find(
      ({ attributes = [] }) => textOf(attributes)['exporter'] === exporter,
    );
    return point && Number(point.asInt ?? point.asDouble);
  }

  #make(): Server {
    return createServer((request, response) => void this.#take(request, response));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const path = request.url ?? '';
    const answer = typeof this.answer === 'function' ? this.answer(path) : this.answer;
    if (answer !== 200) {
      this.refused.push(path);
      if (answer !== 'hang') response.writeHead(answer).end();
      return;
    }
    // As strict as readers of Protobuf, which refuse a message with a text that is no UTF-8.
    if (!isUtf8(body)) {
      response.writeHead(400).end();
      return;
    }
    this.texts.push(body.toString());
    const message = JSON.parse(body.toString()) as OtlpMessage;
    this.spans.push(...spansOf(message));
    this.logs.push(...logsOf(message));
    this.metrics.push(...metricsOf(message));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }
}
