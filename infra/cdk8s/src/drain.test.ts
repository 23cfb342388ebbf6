import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { until } from '@recipe-book/test/until';
import { type Edge, startEdge } from '../../envoy/src/testing/edge.ts';
import { get } from '../../envoy/src/testing/get.ts';
import { openHttp2, send } from '../../envoy/src/testing/http2-client.ts';
import { raw } from '../../envoy/src/testing/raw.ts';
import { drain } from './constructs/envoy-container.ts';

/** More than fits into all the buffers on the way, so that the app has not given all of it away. */
const large = Buffer.alloc(24 * 1024 * 1024);

/** How many more times the app says that it does not live. */
let misses = 0;

let edge: Edge;
let preStop: ChildProcess | undefined;
beforeEach(async () => {
  misses = 0;
  edge = await startEdge(
    {},
    {
      answer: ({ url }, response) => {
        if (url === '/health/live' && misses-- > 0) response.writeHead(503);
        response.end(url === '/large' ? large : 'ok');
      },
    },
  );
});
afterEach(async () => {
  preStop?.kill('SIGKILL');
  await edge.stop();
});

/** What Kubernetes runs in Envoy's container when the pod begins to end. */
function beginToEnd(): ChildProcess {
  preStop = spawn('/bin/bash', ['-c', drain(edge)], { stdio: 'ignore' });
  return preStop;
}

test('clients are asked to leave while the app goes on, and new ones are served still', async () => {
  const agent = new Agent({ keepAlive: true });
  expect((await get(edge.port, '/x', { agent })).headers.connection).not.toBe('close');
  const session = openHttp2(`http://127.0.0.1:${edge.port}`);
  await send(session, { ':path': '/x' });
  const leave = once(session, 'goaway');
  beginToEnd();
  await until('HTTP/1.1 is told by a header', 10, async () => {
    return (await get(edge.port, '/x', { agent })).headers.connection === 'close';
  });
  expect((await send(session, { ':path': '/x' })).text).toBe('ok');
  const [code] = await leave;
  expect(code).toBe(0);
  expect((await get(edge.port, '/x')).text).toBe('ok');
  expect(preStop?.exitCode).toBeNull();
  agent.destroy();
  session.destroy();
});

test('an app that misses an answer or two is not gone', async () => {
  misses = 2;
  const script = beginToEnd();
  const asked = () => edge.app.seen.filter((one) => one === 'GET /health/live').length;
  await until('it is asked on', 10, () => asked() > 4);
  expect(script.exitCode).toBeNull();
  const ended = once(script, 'exit');
  edge.app.leave();
  expect(await ended).toEqual([0, null]);
});

test('Envoy is kept until the app is gone and a slow client has all of its answer', async () => {
  const slow = raw(edge.port, 'GET /large HTTP/1.1\r\nhost: x\r\n\r\n');
  slow.socket.pause();
  await until('it is under way', 10, () => edge.app.seen.includes('GET /large'));
  const script = beginToEnd();
  const ended = once(script, 'exit');
  const asked = () => edge.app.seen.filter((one) => one === 'GET /health/live').length;
  await until('it finds the app alive', 10, () => asked() > 1);
  edge.app.leave();
  const gone = () => edge.stat('cluster.app-internal.upstream_cx_connect_fail');
  await until('it finds the app gone', 10, async () => (await gone()) > 1);
  expect(script.exitCode).toBeNull();
  slow.socket.resume();
  expect(await ended).toEqual([0, null]);
  await until('all of it has come', 10, () => slow.text().length > large.length);
  slow.socket.destroy();
});
