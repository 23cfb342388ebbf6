import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from './client.ts';

let server: Server;
let calls: string[];
/** Answers that come first, before every further call is answered well; `hang`: none at all. */
let first: (number | 'hang')[];
let port: number;
/** What every answer says. */
let message: string;

beforeEach(async () => {
  calls = [];
  message = 'so it is';
  server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    const next = first.shift() ?? 200;
    if (next !== 'hang') response.writeHead(next).end(JSON.stringify({ message }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function client(more: { timeout?: number; url?: string } = {}): Client {
  const login = { username: 'ada', password: 'canary', org: 'cooks' };
  return new Client({ url: `http://127.0.0.1:${port}/base/`, pause: 0, ...login, ...more });
}

test.each([429, 500, 502, 503])('asks again after %d', async (status) => {
  first = [status, status];
  await client().get('streams');
  expect(calls).toEqual(Array(3).fill('GET /base/api/cooks/streams'));
});

test('asks again when there was no answer in time', async () => {
  first = ['hang'];
  await client({ timeout: 100 }).put('v2/alerts/1', {});
  expect(calls).toEqual(Array(2).fill('PUT /base/api/v2/cooks/alerts/1'));
});

test('gives up after five times, and says why', async () => {
  first = Array(9).fill(500);
  await expect(client().get('streams?type=logs')).rejects.toThrow(
    'GET streams was answered 500: so it is',
  );
  expect(calls).toHaveLength(5);
});

test.each<[string, number | 'hang', number]>([
  ['is made once when it failed, since it may be there now', 500, 1],
  ['is made once when there was no answer', 'hang', 1],
  ['is made again when it was turned away', 503, 2],
])('a POST %s', async (_, answer, count) => {
  first = [answer];
  await client({ timeout: 200 })
    .post('dashboards', {})
    .catch(() => {});
  expect(calls).toHaveLength(count);
});

test.each([400, 404, 409])('does not ask again after %d', async (status) => {
  first = [status];
  await expect(client().get('x')).rejects.toMatchObject({ status });
  expect(calls).toHaveLength(1);
});

test('shows of an address nothing but host and port', async () => {
  first = Array(9).fill(401);
  const url = `http://127.0.0.1:${port}/secret-path`;
  const failed = client({ url }).get('x');
  await expect(failed).rejects.toThrow(`OpenObserve at http://127.0.0.1:${port} does not accept`);
  await expect(failed).rejects.not.toThrow(/canary|secret-path/);
});

test('says that it is sent on to elsewhere, at once', async () => {
  first = Array(9).fill(302);
  await expect(client().get('x')).rejects.toThrow('sends on to another address');
  expect(calls).toHaveLength(1);
});

test('says why the address cannot be used', async () => {
  // Browsers, and fetch, do not go to this port.
  const failed = client({ url: 'http://127.0.0.1:9' }).get('x');
  await expect(failed).rejects.toThrow('cannot be reached (bad port)');
});

test('shows nothing of an answer that is secret, half of it either, or steers a terminal', async () => {
  const basic = Buffer.from('ada:canary').toString('base64');
  first = [400];
  message = `\u001b[2J\u009b31m${basic} ${'x'.repeat(267)} canary`;
  const failed = client().get('x');
  await expect(failed).rejects.toThrow(/answered 400: \[2J 31m\[secret\] x+ \[sec/);
  await expect(failed).rejects.not.toThrow(/\p{Cc}|can|YWRh/u);
});
