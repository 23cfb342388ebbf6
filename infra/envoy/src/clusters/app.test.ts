import { until } from '@recipe-book/test/until';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

const post = { method: 'POST', headers: { 'content-length': 2 } };

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge(
    // Envoy waits a second longer for a probe than the app's own checks may take.
    { HEALTH_CHECK_TIMEOUT: '100' },
    {
      answer: (request, response) => {
        const { url = '' } = request;
        if (url === '/cut') request.socket.destroy();
        else if (url === '/half') response.write('half', () => request.socket.destroy());
        else if (url.startsWith('/error')) response.writeHead(Number(url.slice(-3))).end();
        else if (url !== '/health/live') response.end('ok');
      },
    },
  );
});
afterEach(() => edge.stop());

describe('a request is sent once', () => {
  test.each(['GET', 'POST'])('when the app ends in the middle of a %s', async (method) => {
    const { status, headers, text } = await get(edge.port, '/cut', { method });
    expect(status).toBe(503);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ status: 503 });
    expect(edge.app.seen).toEqual([`${method} /cut`]);
  });

  test.each([500, 502, 503, 504])(
    'when the app answers %i, whatever a client asks for',
    async (status) => {
      const headers = {
        'x-envoy-retry-on': '5xx,gateway-error',
        'x-envoy-max-retries': '5',
        'x-envoy-upstream-rq-timeout-ms': '1',
        'x-envoy-hedge-on-per-try-timeout': 'true',
      };
      expect((await get(edge.port, `/error/${status}`, { headers })).status).toBe(status);
      expect(edge.app.seen).toEqual([`GET /error/${status}`]);
    },
  );
});

test('half of an answer does not pass for a whole one', async () => {
  await expect(get(edge.port, '/half')).rejects.toThrow();
  expect(edge.app.seen).toEqual(['GET /half']);
});

test('what certainly did not reach the app waits until it is there again, body and all', async () => {
  await edge.app.goAway();
  const answers = [get(edge.port, '/a', post, 'ab'), get(edge.port, '/b')];
  await until('they wait', 10, async () => (await edge.stat('cluster.app.upstream_rq_retry')) > 2);
  await edge.app.comeBack();
  expect((await Promise.all(answers)).map(({ text }) => text)).toEqual(['ok', 'ok']);
  expect([...edge.app.seen].sort()).toEqual(['GET /b', 'POST /a']);
});

test('a probe does not wait for an app that is gone, nor long for one that says nothing', async () => {
  expect((await get(edge.port, '/health/live')).status).toBe(504);
  await edge.app.goAway();
  expect((await get(edge.port, '/health/live')).status).toBe(503);
  expect(await edge.stat('cluster.app-internal.upstream_rq_retry')).toBe(0);
});
