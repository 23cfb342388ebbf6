import { once } from 'node:events';
import { connect } from 'node:net';

const types = { headers: 1, settings: 4 };
const endOfHeadersAndStream = 0x4 | 0x1;
const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/**
 * Sends one request over HTTP/2 (RFC 9113) with header values as they are, one byte a character, and waits
 * until an answer has begun. Values must be shorter than 127 characters.
 */
export async function exchangeHttp2(
  port: number,
  headers: readonly (readonly [string, string])[],
): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write(preface);
  socket.write(frame(types.settings, 0, 0, Buffer.alloc(0)));
  socket.write(frame(types.headers, endOfHeadersAndStream, 1, Buffer.concat(headers.map(literal))));
  let received = Buffer.alloc(0);
  while (!hasHeaders(received)) {
    const [chunk] = await once(socket, 'data');
    received = Buffer.concat([received, chunk]);
  }
  socket.destroy();
}

function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** A field that is not indexed, without compression (RFC 7541, section 6.2.2). */
function literal([name, value]: readonly [string, string]): Buffer {
  const text = (of: string) => Buffer.concat([Buffer.from([of.length]), Buffer.from(of, 'latin1')]);
  return Buffer.concat([Buffer.from([0]), text(name), text(value)]);
}

function hasHeaders(received: Buffer): boolean {
  for (let at = 0; at + 9 <= received.length; at += 9 + received.readUIntBE(at, 3)) {
    if (received.readUInt8(at + 3) === types.headers) return true;
  }
  return false;
}
