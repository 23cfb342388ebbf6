import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadSettings, type Settings } from '@recipe-book/settings';
import { envoyArguments } from '../arguments.ts';
import { envoyBootstrap } from '../bootstrap.ts';
import { apiKeys, apiKeysFile } from '../filters/api-keys.ts';
import { envoyRoutes, routesFile } from '../listener/routes.ts';
import type { Policy } from '../policies/policy.ts';
import { rateLimitEnvironment } from '../ratelimit/environment.ts';
import { rateLimitConfig } from '../ratelimit/limits.ts';
import type { TestTokens } from './tokens.ts';

/** How a watched file gets into its folder. */
export type PutFile = (folder: string, name: string, content: unknown) => void;

export interface LimitedEdgeOptions {
  /** Settings, on top of one trusted proxy in front. */
  readonly text?: Record<string, string>;
  readonly put?: PutFile;
  /** API keys by the name of the client. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** What one request got. */
export interface EdgeAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface EdgeRequest {
  readonly method?: string;
  readonly path: string;
  /** As a proxy in front would say it; the edge trusts one. */
  readonly address?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string;
}

/** A real Envoy, ratelimit service and Redis with policies of a test's own, before an app that only says 200. */
export interface LimitedEdge {
  readonly port: number;
  /** What the app got last. */
  lastRequest(): http.IncomingMessage | undefined;
  send(request: EdgeRequest): Promise<EdgeAnswer>;
  /** Other policies, as a changed ConfigMap would bring them. */
  change(policies: readonly Policy[]): void;
  /** Process of a part, to be hurt. */
  readonly processes: Readonly<Record<'envoy' | 'ratelimit' | 'redis', ChildProcess>>;
  stop(): Promise<void>;
}

/**
 * Starts one and waits until requests are counted. All listen on Unix sockets or on ports that the system
 * chose, so nothing can collide.
 */
export async function startLimitedEdge(
  policies: readonly Policy[],
  tokens: TestTokens,
  { text = {}, put = moveInto, keys }: LimitedEdgeOptions = {},
): Promise<LimitedEdge> {
  const settings = loadSettings({
    TRUSTED_PROXY_HOPS: '1',
    ...(keys && { API_KEYS_FILE: 'keys.json' }),
    ...text,
  });
  const folder = mkdtempSync(join(tmpdir(), 'edge-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['routes', 'limits/config', 'redis', 'keys'])
    mkdirSync(at(name), { recursive: true });
  const change = (changed: readonly Policy[]) => {
    put(at('limits/config'), 'limits.yaml', rateLimitConfig(changed));
    put(at('routes'), routesFile, envoyRoutes(settings, changed));
  };
  change(policies);
  if (keys) put(at('keys'), apiKeysFile, apiKeys(keys));
  const app = await startApp(at('app'), tokens);
  const redis = start('redis-server', [
    ...['--port', '0', '--unixsocket', at('redis.sock'), '--save', '', '--dir', at('redis')],
  ]);
  await until('Redis listens', async () => statSync(at('redis.sock')));
  const ratelimit = start('ratelimit', [], ratelimitVariables(settings, folder));
  const bootstrap = envoyBootstrap(settings, {
    ingress: anyPort,
    probes: anyPort,
    admin: anyPort,
    app: { path: at('app') },
    ratelimit: { path: at('ratelimit.sock') },
    collector: { address: '127.0.0.1', port: 1 },
    routesDir: at('routes'),
    ...(keys && { apiKeysDir: at('keys') }),
  });
  writeFileSync(at('envoy.json'), JSON.stringify(bootstrap));
  const envoy = start('envoy', [
    ...envoyArguments(at('envoy.json')),
    ...['--admin-address-path', at('admin')],
  ]);
  const processes = { envoy, ratelimit, redis };
  const port = await ingressPort(at('admin'));
  const send = (request: EdgeRequest) => exchange(port, request);
  const stop = async () => {
    await Promise.all(Object.values(processes).map(end));
    app.server.closeAllConnections();
    app.server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, lastRequest: app.lastRequest, send, change, processes, stop };
}

const anyPort = { address: '127.0.0.1', port: 0 };

/** As a whole, never half: written beside and moved over, which is what Envoy watches for. */
function moveInto(folder: string, name: string, content: unknown): void {
  const beside = join(folder, '..', `.${name}`);
  writeFileSync(beside, JSON.stringify(content));
  renameSync(beside, join(folder, name));
}

function ratelimitVariables(settings: Settings, folder: string): Record<string, string> {
  return {
    ...rateLimitEnvironment(settings, {
      grpc: anyPort,
      http: anyPort,
      debug: anyPort,
      redis: anyPort,
      runtimeRoot: join(folder, 'limits'),
    }),
    GRPC_UDS: join(folder, 'ratelimit.sock'),
    REDIS_SOCKET_TYPE: 'unix',
    REDIS_URL: join(folder, 'redis.sock'),
    LOG_LEVEL: process.env['EDGE_LOG'] ?? 'panic',
  };
}

function start(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const output = process.env['EDGE_LOG'] ? 'inherit' : 'ignore';
  return spawn(command, args, {
    stdio: ['ignore', output, output],
    env: { PATH: process.env['PATH'], ...env },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function startApp(path: string, tokens: TestTokens) {
  let last: http.IncomingMessage | undefined;
  const server = http.createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/jwks.json') {
      response.end(JSON.stringify(tokens.keys));
      return;
    }
    last = request;
    response.end('{}');
  });
  server.listen(path);
  await once(server, 'listening');
  return { server, lastRequest: () => last };
}

/** Envoy writes where its admin interface listens, which tells where the listener does. */
async function ingressPort(adminFile: string): Promise<number> {
  return until('Envoy listens', async () => {
    const admin = await readFile(adminFile, 'utf8');
    const answer = await fetch(`http://${admin}/listeners?format=json`);
    const { listener_statuses } = await answer.json();
    const ingress = listener_statuses.find(({ name }: { name: string }) => name === 'ingress');
    return ingress.local_address.socket_address.port_value as number;
  });
}

/** Asks again while it throws or there is no answer, for at most 20 s. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Not within 20 s: ${what}.`);
    await wait(50);
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

function exchange(port: number, request: EdgeRequest): Promise<EdgeAnswer> {
  const { method = 'GET', path, address, headers, body } = request;
  return new Promise((resolve, reject) => {
    const sent = http.request(
      {
        host: '127.0.0.1',
        ...{ port, method, path, agent },
        headers: {
          ...(address && { 'x-forwarded-for': address }),
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
