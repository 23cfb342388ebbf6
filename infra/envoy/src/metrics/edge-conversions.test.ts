import http from 'node:http';
import { until } from '@recipe-book/test/until';
import { type Edge, startEdge } from '../testing/edge.ts';
import { certificateConversion, edgeConversions, rateLimitCallTime } from './edge-conversions.ts';
import { edgeMetrics } from './names.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({}, { answer });
}, 30_000);
afterAll(() => edge.stop());

/** An app that answers with the status that the path asks for, or worse. */
const answer: http.RequestListener = (request, response) => {
  const wish = request.url?.slice(1);
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

test('an app that takes no connections is counted, and each attempt to reach it', async () => {
  await edge.app.goAway();
  send('/200');
  for (const stat of [
    statOf(edgeMetrics.appFailures, 'connect'),
    statOf(edgeMetrics.appRetries, 'sent'),
  ]) {
    await until(`${stat} has counted`, 10, async () => (await edge.stat(stat)) > 1);
  }
  await edge.app.comeBack();
});
