import { once } from 'node:events';
import { createServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { until } from '@recipe-book/test/until';
import { startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

test('no byte of a client that is not ASCII is in a span, whatever the answer', async () => {
  let exported = Buffer.alloc(0);
  const collector = createServer().on('stream', (stream: ServerHttp2Stream) => {
    stream.on('data', (data: Buffer) => {
      exported = Buffer.concat([exported, data]);
    });
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc' },
      { waitForTrailers: true },
    );
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.on('end', () => stream.end(Buffer.alloc(5)));
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const edge = await startEdge({}, { placement: { collector: { address: '127.0.0.1', port } } });
  try {
    const odd = (name: string) => ({ [name]: 'odd-x\xff' });
    const answers: number[] = [];
    for (const headers of [
      ...[odd('user-agent'), odd('x-client-trace-id'), { 'x-client-trace-id': 'odd-plain' }],
      ...[{ 'user-agent': `odd-${'x'.repeat(2000)}` }, { 'user-agent': 'Cook/1.0' }],
    ]) {
      answers.push((await get(edge.port, '/x', { headers })).status);
      // Refused on its way.
      const large = { ...headers, 'content-length': '9999999' };
      const refused = await get(edge.port, '/x', { method: 'POST', headers: large });
      answers.push(refused.status);
    }
    expect(new Set(answers)).toEqual(new Set([200, 413]));
    // They come in the order in which they ended.
    await until('all spans have come', 20, async () => exported.includes('Cook/1.0'));
    const text = exported.toString('latin1');
    expect(text).not.toContain('odd-');
  } finally {
    await edge.stop();
    collector.close();
  }
}, 60_000);
