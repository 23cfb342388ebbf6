import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

// biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
export type ReceivedEvent = Record<string, any>;

/** Stands in for Sentry where a test must see every byte, or wants it slow or broken. */
export interface SentryReceiver {
  readonly dsn: string;
  /** Bodies as they came. */
  readonly bodies: readonly string[];
  /** The events that were in them. */
  readonly events: readonly ReceivedEvent[];
  stop(): void;
}

/** @param answer what it does with a request; default: answers 200. */
export async function startSentryReceiver(
  answer: (response: ServerResponse) => void = (response) => response.end('{}'),
): Promise<SentryReceiver> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    dsn: `http://k3y@127.0.0.1:${port}/1`,
    bodies,
    get events() {
      return bodies.map(eventOf);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An envelope is lines of JSON: its own header, then header and content of each item. */
function eventOf(body: string): ReceivedEvent {
  const [, header = '', content = ''] = body.split('\n');
  expect(JSON.parse(header)).toMatchObject({ type: 'event' });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(content));
}
