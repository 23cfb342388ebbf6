import { untilWindowHasRoom } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { inPlace } from '../testing/in-place.ts';
import { type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

const keys = {
  shop: ['shop-key-0123456789', 'shop-key-next-6789'],
  press: ['press-key-012345678'],
};
const policy: Policy = {
  name: 'partners',
  client: { by: 'api-key' },
  scope: { paths: ['/api/**'] },
  requests: 2,
  windowSeconds: 900,
};

let edge: LimitedEdge;
beforeAll(async () => {
  edge = await startLimitedEdge([], testTokens(), { keys });
}, 60_000);
afterAll(() => edge.stop());
beforeEach(() => untilWindowHasRoom(900, 8), 20_000);

const send = (key: string | undefined, address = '192.0.2.1') =>
  edge.send({ path: '/api/x', address, headers: key === undefined ? {} : { 'x-api-key': key } });

test('the keys of one client share a limit, from any address, and reach neither app nor Redis', async () => {
  await inPlace(edge, [policy]);
  const statuses = [
    (await send(keys.shop[0])).status,
    (await send(keys.shop[1], '192.0.2.2')).status,
    (await send(keys.shop[0], '192.0.2.3')).status,
    (await send(keys.press[0])).status,
  ];
  expect(statuses).toEqual([200, 200, 429, 200]);
  const headers = edge.lastRequest()?.headers;
  expect(headers?.['x-api-client']).toBe('press');
  expect(headers?.['x-api-key']).toBeUndefined();
});

test('a key that nobody has is refused, and none at all is nobody’s', async () => {
  await inPlace(edge, [policy]);
  const wrong = await send('wrong-key-0123456789');
  expect(wrong).toMatchObject({
    status: 401,
    headers: { 'content-type': 'application/problem+json' },
  });
  expect(JSON.parse(wrong.text)).toMatchObject({ detail: 'The API key is not known.' });
  const none = await send(undefined);
  expect(none.status).toBe(200);
  expect(none.headers['x-ratelimit-limit']).toBeUndefined();
});
