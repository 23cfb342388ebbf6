import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { until } from '@recipe-book/test/until';
import express, { type RequestHandler } from 'express';
import { takeTurns } from './take-turns.ts';

let server: Server;
let port: number;

async function serve(...handlers: RequestHandler[]): Promise<void> {
  server = createServer(express().use(...handlers));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
}
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Asks, and reads the whole answer. */
async function ask(path: string, agent: Agent): Promise<string> {
  const [answer] = (await once(get({ port, path, agent }), 'response')) as [IncomingMessage];
  return (await answer.toArray()).join('');
}

test('requests on new connections are not overtaken for long', async () => {
  await serve(takeTurns(2), (_request, response) => void response.end());
  const newcomers = 20;
  let wanted = true;
  let overtook = 0;
  const standing = Array.from({ length: 50 }, async () => {
    const agent = new Agent({ keepAlive: true });
    while (wanted) {
      await ask('/', agent);
      overtook += 1;
    }
    agent.destroy();
  });
  await until('all stand', 10, () => overtook > 500);
  overtook = 0;
  await Promise.all(Array.from({ length: newcomers }, () => ask('/', new Agent())));
  const before = overtook;
  wanted = false;
  await Promise.all(standing);
  // Two in each turn, and those that were there already. Node alone lets 400 and more pass.
  expect(before).toBeLessThan(200);
}, 20_000);

test('all are begun, in the order in which they came and each as itself', async () => {
  const own = new AsyncLocalStorage<string>();
  const begun: (string | undefined)[] = [];
  await serve(
    (request, _response, next) => own.run(request.path, next),
    takeTurns(1),
    (request, response) => {
      begun.push(own.getStore());
      response.end(request.path);
    },
  );
  // One connection may have many requests under way, which are read in one turn.
  const client = connect(port, '127.0.0.1');
  const paths = Array.from({ length: 20 }, (_, index) => `/${index}`);
  client.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(''));
  await until('all are begun', 10, () => begun.length === paths.length);
  client.destroy();
  expect(begun).toEqual(paths);
});

test('what nobody waits for any more is not begun', async () => {
  const begun: string[] = [];
  let came = 0;
  await serve(
    (request, response, next) => {
      came += 1;
      // It goes while it waits for its turn.
      if (request.path === '/gone') setImmediate(() => response.destroy());
      next();
    },
    takeTurns(1),
    (request, response) => {
      begun.push(request.path);
      response.end();
    },
  );
  const client = connect(port, '127.0.0.1');
  client.on('error', () => {});
  const paths = ['/first', '/second', '/gone'];
  client.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(''));
  await until('the first are begun', 10, () => begun.length >= 2 && came === 3);
  await nextTurn();
  await nextTurn();
  client.destroy();
  expect(begun).toEqual(['/first', '/second']);
});
