import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

const ours = 'https://app.example';
const others = [
  'https://evil.example',
  'http://app.example',
  'https://app.example:444',
  'https://app.example.evil',
  'null',
];

let edge: Edge;
let closed: Edge;
beforeAll(async () => {
  edge = await startEdge({ CORS_ORIGINS: `${ours}, https://b.example:8443` });
  closed = await startEdge({});
});
afterAll(() => Promise.all([edge.stop(), closed.stop()]));

function preflight({ port }: Edge, origin: string) {
  const headers = {
    origin,
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization, if-match',
  };
  return get(port, '/api/recipes', { method: 'OPTIONS', headers });
}

const allowing = (headers: object) =>
  Object.keys(headers).filter((name) => /^access-control-allow-(origin|credentials)$/.test(name));

test('pages of a listed site may send what the API takes and read what it says', async () => {
  for (const origin of [ours, 'https://b.example:8443']) {
    const asked = await preflight(edge, origin);
    expect(asked.status).toBe(200);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': expect.stringMatching(/authorization.*if-match/),
      'access-control-max-age': '7200',
      vary: expect.stringContaining('Origin'),
    });
    const { text, headers } = await get(edge.port, '/api/recipes', { headers: { origin } });
    expect(text).toBe('ok');
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['access-control-expose-headers']?.split(', ')).toEqual(
      expect.arrayContaining([
        ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'],
        ...['ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id', 'etag'],
      ]),
    );
    // Without it browsers send no cookie and show no answer to one.
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  }
});

test('the app is not asked by a preflight', async () => {
  const before = edge.app.seen.length;
  await preflight(edge, ours);
  await preflight(edge, 'https://evil.example');
  expect(edge.app.seen).toHaveLength(before);
});

test.each(others)('pages of %s may not', async (origin) => {
  expect(allowing((await preflight(edge, origin)).headers)).toEqual([]);
  const { headers } = await get(edge.port, '/api/recipes', { headers: { origin } });
  expect(allowing(headers)).toEqual([]);
  expect(headers.vary).toContain('Origin');
});

test('without the setting pages of no other site may', async () => {
  for (const origin of [ours, ...others]) {
    expect(allowing((await preflight(closed, origin)).headers)).toEqual([]);
    const { headers } = await get(closed.port, '/api/recipes', { headers: { origin } });
    expect(allowing(headers)).toEqual([]);
  }
});
