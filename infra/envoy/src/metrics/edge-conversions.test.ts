import http from 'node:http';
import { until } from '@recipe-book/test/until';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';
import { certificateConversion, edgeConversions, rateLimitCallTime } from './edge-conversions.ts';
import { edgeMetrics } from './names.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ HEALTH_CHECK_TIMEOUT: '100' }, { answer });
}, 30_000);
afterAll(() => edge.stop());

/** An app that answers with the status that the path asks for, or worse. */
const answer: http.RequestListener = (request, response) => {
  const wish = request.url?.split('/').at(-1);
  if (wish === 'close') request.socket.destroy();
  else if (wish !== 'hang') response.writeHead(Number(wish)).end();
};

test('what becomes a metric are statistics that the real Envoy has', async () => {
  const text = await (await fetch(`http://127.0.0.1:${edge.adminPort}/stats`)).text();
  const known = text.split('\n').map((line) => line.slice(0, line.indexOf(': ')));
  for (const { stat } of [...edgeConversions, certificateConversion]) {
    // There once a call was answered.
    if (stat !== rateLimitCallTime) expect(known).toContain(stat);
  }
});

const statOf = (metric: string, value: string) =>
  edgeConversions.find(
    ({ metric: name, attributes = {} }) =>
      name === metric && Object.values(attributes).includes(value),
  )?.stat ?? '';

const retriesStat =
  edgeConversions.find(({ metric }) => metric === edgeMetrics.appRetries)?.stat ?? '';

/** Sends a request and does not care what becomes of it. */
function send(path: string): http.ClientRequest {
  const request = http.get({ host: '127.0.0.1', port: edge.port, path, agent: false });
  return request.on('response', (response) => response.resume()).on('error', () => {});
}

test.each([
  [edgeMetrics.requests, '2xx', '/200'],
  [edgeMetrics.requests, '3xx', '/302'],
  [edgeMetrics.requests, '4xx', '/404'],
  [edgeMetrics.requests, '5xx', '/500'],
  [edgeMetrics.appFailures, 'closed', '/close'],
])('%s counts %s', async (metric, value, path) => {
  const stat = statOf(metric, value);
  const before = await edge.stat(stat);
  send(path);
  await until('it is counted', 10, async () => (await edge.stat(stat)) === before + 1);
});

test('clients that give up are counted', async () => {
  const stat = statOf(edgeMetrics.cutShort, 'client');
  const before = await edge.stat(stat);
  const request = send('/hang');
  await until('the app has it', 10, () => edge.app.seen.includes('GET /hang'));
  request.destroy();
  await until('it is counted', 10, async () => (await edge.stat(stat)) === before + 1);
});

/** What has been counted as answers to users, by class, and as failures of the app. */
async function counted(): Promise<Record<string, number>> {
  const watched: readonly string[] = [edgeMetrics.requests, edgeMetrics.appFailures];
  const stats = edgeConversions.filter(({ metric }) => watched.includes(metric));
  const values = stats.map(async ({ stat }) => [stat, await edge.stat(stat)] as const);
  return Object.fromEntries(await Promise.all(values));
}

test('probes and what browsers send of themselves are no requests of users, whatever comes of them', async () => {
  const before = await counted();
  for (const [port, path, status] of [
    [edge.port, '/health/200', 200],
    [edge.port, '/health/500', 500],
    [edge.port, '/health/close', 503],
    [edge.port, '/health/hang', 504],
    [edge.probesPort, '/health/hang', 504],
    [edge.port, '/otlp/v1/traces', 405],
  ] as const) {
    expect((await get(port, path)).status).toBe(status);
  }
  await edge.app.goAway();
  expect((await get(edge.port, '/health/200')).status).toBe(503);
  expect((await get(edge.probesPort, '/health/200')).status).toBe(503);
  await edge.app.comeBack();
  expect(await counted()).toEqual(before);
});

test('an app that takes no connections for a while has failed nobody', async () => {
  const before = await counted();
  const retries = await edge.stat(retriesStat);
  await edge.app.goAway();
  const answer = get(edge.port, '/200');
  await until('it is tried again', 10, async () => (await edge.stat(retriesStat)) > retries + 2);
  await edge.app.comeBack();
  expect((await answer).status).toBe(200);
  const answers = statOf(edgeMetrics.requests, '2xx');
  expect(await counted()).toEqual({ ...before, [answers]: (before[answers] ?? 0) + 1 });
});

test('one that takes none at any attempt has failed, and Envoy’s own answer is counted', async () => {
  const before = await counted();
  await edge.app.goAway();
  expect((await get(edge.port, '/200')).status).toBe(503);
  await edge.app.comeBack();
  const raised = [statOf(edgeMetrics.requests, '5xx'), statOf(edgeMetrics.appFailures, 'connect')];
  const after = Object.fromEntries(raised.map((stat) => [stat, (before[stat] ?? 0) + 1]));
  expect(await counted()).toEqual({ ...before, ...after });
}, 40_000);
