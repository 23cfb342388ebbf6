import { until } from '@recipe-book/test/until';
import { type Edge, startEdge } from '../testing/edge.ts';
import { openHttp2 } from '../testing/http2-client.ts';
import { raw } from '../testing/raw.ts';

/** A client that asks for a WebSocket, and says something in case it gets one. */
const handshake = (path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    'host: x',
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    'hello',
  ].join('\r\n');

/** An app that would take any WebSocket, and says everything again. */
async function startTaking(settings: Record<string, string>): Promise<Edge> {
  const edge = await startEdge(settings);
  edge.app.onUpgrade((socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n',
    );
    socket.pipe(socket);
  });
  return edge;
}

test('by default nobody gets a tunnel to the app', async () => {
  const edge = await startTaking({});
  try {
    for (const request of [
      handshake('/live'),
      handshake('/live').replace('upgrade: websocket', 'upgrade: other'),
      'CONNECT x:80 HTTP/1.1\r\nhost: x:80\r\n\r\nhello',
    ]) {
      const client = raw(edge.port, request);
      await until('it is answered', 10, () => client.text().includes('"title"'));
      client.socket.destroy();
      expect(client.text()).toMatch(/^HTTP\/1\.1 40[34] /);
      expect(client.text()).toContain('application/problem+json');
      expect(client.text()).not.toContain('hello');
    }
    const session = openHttp2(`http://127.0.0.1:${edge.port}`);
    const stream = session.request({
      ...{ ':method': 'CONNECT', ':protocol': 'websocket', ':scheme': 'http', ':path': '/live' },
      ':authority': 'x',
    });
    stream.on('error', () => undefined);
    await until('it is refused', 10, () => stream.closed);
    session.destroy();
    expect(edge.app.seen).toEqual([]);
  } finally {
    await edge.stop();
  }
});

test('a path that is named gets WebSockets through, and no other does', async () => {
  const edge = await startTaking({ WEBSOCKET_PATHS: '/live,/more' });
  try {
    const client = raw(edge.port, handshake('/live'));
    await until('it is said again', 10, () => client.text().endsWith('\r\n\r\nhello'));
    expect(client.text()).toMatch(/^HTTP\/1\.1 101 /);
    client.socket.destroy();
    const other = raw(edge.port, handshake('/lives'));
    await other.closed;
    expect(other.text()).toMatch(/^HTTP\/1\.1 403 /);
    expect(edge.app.seen).toEqual(['GET /live']);
  } finally {
    await edge.stop();
  }
});
