import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, type Settings } from '@recipe-book/settings';
import { until } from '@recipe-book/test/until';
import { apiKeys, apiKeysFile } from '../filters/api-keys.ts';
import type { JsonObject } from '../json.ts';
import { envoyRoutes, routesFile } from '../listener/routes.ts';
import { rateLimitTimeout } from '../names.ts';
import type { Policy } from '../policies/policy.ts';
import { rateLimitEnvironment } from '../ratelimit/environment.ts';
import { rateLimitConfig } from '../ratelimit/limits.ts';
import { startEdge } from './edge.ts';
import type { TestTokens } from './tokens.ts';

/** How a watched file gets into its folder. */
export type PutFile = (folder: string, name: string, content: unknown) => void;

export interface LimitedEdgeOptions {
  /** Settings, on top of one trusted proxy in front. */
  readonly text?: Record<string, string>;
  readonly put?: PutFile;
  /** Envoy waits for the limiter for seconds: for tests that would fail where a busy machine lets requests pass uncounted. */
  readonly patient?: boolean;
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
  /** Value of one of Envoy's counters or gauges; `NaN` when it has none. */
  stat(name: string): Promise<number>;
  /** Process of a part, to be hurt. */
  readonly processes: Readonly<Record<'ratelimit' | 'redis', ChildProcess>>;
  stop(): Promise<void>;
}

/**
 * Starts one. All listen on Unix sockets or on ports that the system chose, so nothing can collide. The
 * policies may need a moment until they hold: see `inPlace`.
 */
export async function startLimitedEdge(
  policies: readonly Policy[],
  tokens: TestTokens,
  { text = {}, put = moveInto, patient = false, keys }: LimitedEdgeOptions = {},
): Promise<LimitedEdge> {
  const withDefaults = {
    TRUSTED_PROXY_HOPS: '1',
    ...(keys && { API_KEYS_FILE: 'keys.json' }),
    ...text,
  };
  const settings = loadSettings(withDefaults);
  const folder = mkdtempSync(join(tmpdir(), 'limited-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['routes', 'limits/config', 'redis', 'keys']) {
    mkdirSync(at(name), { recursive: true });
  }
  const change = (changed: readonly Policy[]) => {
    put(at('limits/config'), 'limits.yaml', rateLimitConfig(changed));
    put(at('routes'), routesFile, envoyRoutes(settings, changed));
  };
  change(policies);
  if (keys) put(at('keys'), apiKeysFile, apiKeys(keys));
  const redis = start('redis-server', [
    ...['--port', '0', '--unixsocket', at('redis.sock'), '--save', '', '--dir', at('redis')],
  ]);
  await until('Redis listens', 20, () => existsSync(at('redis.sock')));
  const probePort = await freePort();
  const ratelimit = start('ratelimit', [], ratelimitVariables(settings, folder, probePort));
  let last: http.IncomingMessage | undefined;
  const edge = await startEdge(withDefaults, {
    answer: (request, response) => {
      last = request;
      request.resume();
      response.statusCode = Number(request.headers['x-answer-status'] ?? 200);
      response.setHeader('content-type', 'application/json').end('{}');
    },
    keySet: tokens.keys,
    ...(patient && { change: waitingLong }),
    placement: {
      ratelimit: { path: at('ratelimit.sock') },
      ratelimitProbePort: probePort,
      routesDir: at('routes'),
      ...(keys && { apiKeysDir: at('keys') }),
    },
  });
  await until('a probe of the limiter succeeds', 20, async () => {
    return (await edge.stat('cluster.ratelimit.membership_healthy')) === 1;
  });
  const processes = { ratelimit, redis };
  const send = (request: EdgeRequest) => exchange(edge.port, request);
  const stop = async () => {
    await Promise.all([edge.stop(), ...Object.values(processes).map(end)]);
    rmSync(folder, { recursive: true, force: true });
  };
  const { port, stat } = edge;
  return { port, lastRequest: () => last, send, change, stat, processes, stop };
}

function waitingLong(bootstrap: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(bootstrap).replaceAll(`"${rateLimitTimeout}"`, '"10s"'));
}

const anyPort = { address: '127.0.0.1', port: 0 };

/** The service does not tell which port the system chose for it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** As a whole, never half: written beside and moved over, which is what Envoy watches for. */
function moveInto(folder: string, name: string, content: unknown): void {
  const beside = join(folder, '..', `.${name}`);
  writeFileSync(beside, JSON.stringify(content));
  renameSync(beside, join(folder, name));
}

function ratelimitVariables(
  settings: Settings,
  folder: string,
  httpPort: number,
): Record<string, string> {
  return {
    ...rateLimitEnvironment(settings, {
      grpc: anyPort,
      http: { ...anyPort, port: httpPort },
      debug: anyPort,
      redis: [anyPort],
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
