import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { until } from '@recipe-book/test/until';
import { Drain } from './drain.ts';

const large = Buffer.alloc(24 * 1024 * 1024);

/** A server on a port of its own, and what drains it. */
async function start(answer: RequestListener) {
  const server = createServer(answer);
  const drain = new Drain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, drain, port };
}

/** The server's end of the next connection. */
function acceptedBy(server: Server): Promise<Socket> {
  return new Promise((resolve) => server.once('connection', resolve));
}

test('an answer that is given but not read yet is not cut, and an idle connection does not keep the server', async () => {
  const { drain, port } = await start((_request, response) => response.end(large));
  const idle = connect(port, '127.0.0.1');
  const slow = connect(port, '127.0.0.1');
  slow.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await Promise.all([once(idle, 'connect'), once(slow, 'readable')]);
  const idleClosed = once(idle.resume(), 'close');
  drain.begin();
  const cut = drain.finish(20_000);
  await idleClosed;
  let length = 0;
  for await (const chunk of slow) length += chunk.length;
  expect(length).toBeGreaterThan(large.length);
  expect(await cut).toBe(0);
});

test('a request into a connection that was only just accepted is answered', async () => {
  const { server, drain, port } = await start((_request, response) => response.end('here'));
  drain.begin();
  const accepted = once(server, 'connection');
  const answer = fetch(`http://127.0.0.1:${port}/`);
  await accepted;
  const cut = drain.finish(20_000);
  expect(await (await answer).text()).toBe('here');
  expect(await cut).toBe(0);
});

test('a head that never ends is cut off in the end, and counted', async () => {
  const { server, drain, port } = await start((_request, response) => response.end());
  const accepted = acceptedBy(server);
  const client = connect(port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nhost:');
  const socket = await accepted;
  await until('half a head is read', 5, () => socket.bytesRead > 0);
  expect(await drain.finish(500)).toBe(1);
  client.destroy();
});

test.each(['before', 'after'])(
  'a body that arrives after its answer, %s the server begins to finish, does not keep it',
  async (when) => {
    const { server, drain, port } = await start((_request, response) =>
      response.writeHead(413).end(),
    );
    const accepted = acceptedBy(server);
    const client = connect(port, '127.0.0.1');
    const head = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n';
    client.write(head);
    const socket = await accepted;
    await once(client, 'data');
    const send = async (text: string) => {
      const wanted = socket.bytesRead + text.length;
      client.write(text);
      await until('it is read', 5, () => socket.bytesRead === wanted);
    };
    await send('12345');
    if (when === 'before') await send('67890');
    const cut = drain.finish(20_000);
    if (when === 'after') await send('67890');
    expect(await cut).toBe(0);
  },
);
