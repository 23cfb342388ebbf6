import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';
import { raw } from '../testing/raw.ts';

const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
const limit = 1024 * 1024;
let edge: Edge;
beforeAll(async () => {
  // As the app does it: it answers when a body becomes too large, and reads on.
  edge = await startEdge(
    {},
    {
      answer: (request, response) => {
        let size = 0;
        request.on('data', (part: Buffer) => {
          size += part.length;
          if (size > limit && !response.headersSent) response.writeHead(413).end('no more');
        });
        request.on('end', () => response.headersSent || response.end('ok'));
      },
    },
  );
});
afterAll(() => edge.stop());

test.each(['goes on', 'stops'])(
  'a refusal of a body without a length comes through while that %s, and ends the connection',
  async (then) => {
    const client = raw(
      edge.port,
      'POST /x HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    client.socket.write(chunk.repeat(20));
    const more = then === 'goes on' && setInterval(() => client.socket.write(chunk), 10);
    await client.closed;
    clearInterval(more || undefined);
    expect(client.text()).toMatch(/^HTTP\/1\.1 413 .*connection: close\r\n.*no more/s);
    expect((await get(edge.port, '/x')).text).toBe('ok');
  },
);
