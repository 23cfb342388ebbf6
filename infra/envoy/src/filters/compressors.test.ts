import { startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

test('x', async () => {
  const edge = await startEdge(
    {},
    {
      answer: (q, s) => {
        s.setHeader('content-type', 'application/json');
        s.setHeader('x-got', q.headers['accept-encoding'] ?? '-');
        if (q.url === '/etag') s.setHeader('etag', '"1"');
        if (q.url === '/nt') s.setHeader('cache-control', 'no-transform');
        if (q.url === '/enc') s.setHeader('content-encoding', 'gzip');
        s.end('x'.repeat(3000));
      },
    },
  );
  for (const a of [
    'gzip',
    'br',
    'zstd',
    'deflate',
    'gzip, deflate, br, zstd',
    'gzip;q=1, br;q=0.5',
    'br;q=0, gzip',
    '*',
    '*;q=0',
    'identity',
    '',
    'gzip;q=0',
    'identity;q=1, gzip;q=0.5',
    'identity, gzip;q=0.5',
    'GZIP',
    'x-gzip',
    'gzip;q=0.5, *;q=0.9',
    'br;q=0.9, zstd;q=1.0, gzip;q=0.8',
    'gzip;q=0.001',
    'gzip;Q=0',
    'gzip; q=0 , br ; q=0.1',
    'identity;q=0',
    undefined,
  ]) {
    const r = await get(
      edge.port,
      '/x',
      a === undefined ? {} : { headers: { 'accept-encoding': a } },
    );
    console.log(
      JSON.stringify(a),
      r.status,
      r.headers['content-encoding'],
      r.headers.vary,
      r.headers['x-got'],
    );
  }
  for (const p of ['/etag', '/nt', '/enc']) {
    const r = await get(edge.port, p, { headers: { 'accept-encoding': 'gzip, br' } });
    console.log(p, r.headers['content-encoding'], r.headers.vary, r.headers.etag, r.text.length);
  }
  const r = await get(edge.port, '/x', {
    method: 'HEAD',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  console.log('HEAD', r.headers);
  await edge.stop();
});
