import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { WebSocketServer } from 'ws';
import { type LiveObjects, type ResourceName, resources } from '../cluster/resources.ts';

/** What the stand-in has, in the namespace `kitchen`. */
export interface Kitchen {
  readonly objects?: Partial<LiveObjects>;
  readonly namespaceObject?: object;
  /** Values by key, by name of the Secret. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Logs by `pod/container`. */
  readonly logs?: Readonly<Record<string, string>>;
  /** Ports of this machine that stand for those of pods, by port of the pod. */
  readonly ports?: Readonly<Record<number, number>>;
  /** Parts of paths that nobody may read, such as `secrets`. */
  readonly forbidden?: readonly string[];
  /** Parts of paths that the API server cannot answer for, and those where it says nothing at all. */
  readonly broken?: readonly string[];
  readonly silent?: readonly string[];
}

export interface ApiServer {
  /** A kubeconfig that leads here. */
  readonly kubeConfig: string;
  stop(): Promise<void>;
}

/** Stands in for the API server: answers what the doctor reads, and forwards ports. */
export async function startApiServer(kitchen: Kitchen): Promise<ApiServer> {
  const server = createServer(answers(kitchen));
  forwardPorts(server, kitchen);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    kubeConfig: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'here',
          cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true },
        },
      ],
      users: [{ name: 'cook', user: { token: 'a-token' } }],
      contexts: [{ name: 'here', context: { cluster: 'here', user: 'cook' } }],
      'current-context': 'here',
    }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answers(kitchen: Kitchen): RequestListener {
  return ({ url = '', headers }, response) => {
    const send = (status: number, body: object | string) => {
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const path = url.split('?')[0] ?? '';
    if (headers.authorization !== 'Bearer a-token') send(401, { message: 'Unauthorized' });
    else if (has(path, kitchen.forbidden)) send(403, { message: 'forbidden' });
    else if (has(path, kitchen.broken)) send(500, { message: 'dial tcp: no route to host.' });
    else if (has(path, kitchen.silent)) return;
    else {
      const found = find(kitchen, url);
      if (found === undefined) send(404, { message: `${path} not found` });
      else send(200, found);
    }
  };
}

function has(path: string, parts: readonly string[] = []): boolean {
  return parts.some((part) => path.split('/').includes(part));
}

function find(kitchen: Kitchen, url: string): object | string | undefined {
  const [path = '', query] = url.split('?');
  if (path === '/api/v1/namespaces/kitchen') return kitchen.namespaceObject ?? named('kitchen');
  const [, rest = ''] = path.split('/namespaces/kitchen/');
  const [resource = '', name = '', sub] = rest.split('/');
  if (sub === 'log') {
    return kitchen.logs?.[`${name}/${new URLSearchParams(query).get('container')}`];
  }
  if (resource === 'secrets') {
    const values = kitchen.secrets?.[name];
    const data = Object.entries(values ?? {}).map(([key, value]) => [key, btoa(value)]);
    return values && { ...named(name), data: Object.fromEntries(data) };
  }
  const known = resources[resource as ResourceName];
  return known && { items: kitchen.objects?.[resource as ResourceName] ?? [] };
}

function named(name: string): object {
  return { metadata: { name } };
}

/** One connection for each WebSocket, as `v4.channel.k8s.io` has it: data on channel 0. */
function forwardPorts(server: ReturnType<typeof createServer>, kitchen: Kitchen): void {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: () => 'v4.channel.k8s.io',
  });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const url = new URL(request.url ?? '', 'http://here');
    if (has(url.pathname, kitchen.silent)) {
      socket.resume().once('end', () => socket.destroy());
      return;
    }
    if (has(url.pathname, kitchen.forbidden)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const port = Number(url.searchParams.get('ports'));
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      for (const channel of [0, 1]) webSocket.send(Buffer.from([channel, port & 255, port >> 8]));
      const pod = connect(kitchen.ports?.[port] ?? 1, '127.0.0.1');
      webSocket.on('message', (data: Buffer) => pod.write(data.subarray(1)));
      webSocket.on('close', () => pod.destroy());
      pod.on('data', (data: Buffer) => webSocket.send(Buffer.concat([Buffer.from([0]), data])));
      pod.on('error', () => webSocket.close());
      pod.on('close', () => webSocket.close());
    });
  });
}
