import { connect, type Socket } from 'node:net';

/** A connection whose bytes a test writes itself. */
export interface Raw {
  readonly socket: Socket;
  /** What came so far. */
  text(): string;
  /** Resolves when the other side has closed it. */
  readonly closed: Promise<void>;
}

/** Connects to a port on 127.0.0.1. @param first what is sent at once. */
export function raw(port: number, first = ''): Raw {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A reset is one more way of closing.
  socket.on('error', () => undefined);
  socket.write(first);
  return { socket, text: () => Buffer.concat(chunks).toString('latin1'), closed };
}
