import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Drain } from './drain.ts';

const large = Buffer.alloc(24 * 1024 * 1024);

test('an answer that is given but not read yet is not cut, and an idle connection does not keep the server', async () => {
  const server = createServer((_request, response) => response.end(large));
  const drain = new Drain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
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
  const server = createServer((_request, response) => response.end('here'));
  const drain = new Drain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  drain.begin();
  const accepted = once(server, 'connection');
  const answer = fetch(`http://127.0.0.1:${port}/`);
  await accepted;
  const cut = drain.finish(20_000);
  expect(await (await answer).text()).toBe('here');
  expect(await cut).toBe(0);
});
