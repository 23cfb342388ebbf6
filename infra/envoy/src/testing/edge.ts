import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadSettings } from '@recipe-book/settings';
import {
  certificateSecret,
  type EnvoyPlacement,
  envoyArguments,
  envoyBootstrap,
  envoyRoutes,
  routesFile,
  type TlsFiles,
} from '../index.ts';
import type { JsonObject } from '../json.ts';
import { startTinyApp, type TinyApp } from './tiny-app.ts';

/** A real Envoy with the product's configuration, before a stand-in for the app. */
export interface Edge {
  /** Where clients connect, on 127.0.0.1. */
  readonly port: number;
  /** Where the platform asks for probes. */
  readonly probesPort: number;
  /** Its admin interface. */
  readonly adminPort: number;
  readonly app: TinyApp;
  readonly pid: number;
  /** Value of one of Envoy's counters or gauges. */
  stat(name: string): Promise<number>;
  /** Memory of the process that is not a file's, bytes. */
  memory(): number;
  /** What Envoy wrote so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Nobody listens there, so that a limiter counts as lost and requests pass. */
const nobody = { address: '127.0.0.1', port: 1 };

export interface EdgeOptions {
  /** What the app does with a request; by default it says `ok`. */
  readonly answer?: RequestListener;
  /** The certificate; without it clients connect in the clear. */
  readonly tls?: Omit<TlsFiles, 'secretFile'>;
  /** Keys that tokens are verified with; by default nobody has any. */
  readonly keySet?: object;
  /** What the test runs itself; whoever gives a folder fills it before. */
  readonly placement?: Partial<
    Pick<
      EnvoyPlacement,
      'ratelimit' | 'ratelimitProbePort' | 'routesDir' | 'apiKeysDir' | 'collector' | 'webTelemetry'
    >
  >;
  /** The last word on the configuration, for what a test cannot bring about from outside. */
  readonly change?: (bootstrap: JsonObject, folder: string) => JsonObject;
}

/**
 * Starts one. The system chooses the ports, so nothing is by luck.
 * @param settings as text, as in the environment.
 */
export async function startEdge(
  settings: Record<string, string> = {},
  {
    answer = (_request, response) => response.end('ok'),
    tls,
    keySet,
    placement: own = {},
    change = (same) => same,
  }: EdgeOptions = {},
): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), 'edge-'));
  const file = (name: string) => join(folder, name);
  const placement: EnvoyPlacement = {
    ingress: { address: '127.0.0.1', port: 0 },
    probes: { address: '127.0.0.1', port: 0 },
    admin: { address: '127.0.0.1', port: 0 },
    app: { path: file('app.sock') },
    ratelimit: nobody,
    ratelimitProbePort: nobody.port,
    collector: nobody,
    webTelemetry: nobody,
    routesDir: file('routes'),
    ...(tls && { tls: { ...tls, secretFile: file('tls.json') } }),
    ...own,
  };
  if (placement.tls)
    writeFileSync(file('tls.json'), JSON.stringify(certificateSecret(placement.tls)));
  const app = await startTinyApp(file('app.sock'), answer, keySet);
  const bootstrap = envoyBootstrap(loadSettings(settings), placement);
  if (own.routesDir === undefined) {
    mkdirSync(placement.routesDir);
    const routes = envoyRoutes(loadSettings(settings), []);
    writeFileSync(join(placement.routesDir, routesFile), JSON.stringify(routes));
  }
  writeFileSync(file('envoy.json'), JSON.stringify(change(bootstrap, folder)));
  const args = [...envoyArguments(file('envoy.json')), '--admin-address-path', file('admin')];
  const child = spawn('envoy', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await app.stop();
    rmSync(folder, { recursive: true });
  };
  try {
    await untilLive(() => child.exitCode === null, file('admin'));
    const admin = readFileSync(file('admin'), 'utf8');
    return {
      port: await portOf(admin, 'ingress'),
      probesPort: await portOf(admin, 'probes'),
      adminPort: Number(admin.split(':')[1]),
      app,
      pid: child.pid ?? 0,
      stat: (name) => statOf(admin, name),
      memory: () => anonymousMemory(child.pid ?? 0),
      output: () => output,
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`${error}; Envoy said:\n${output}`);
  }
}

async function untilLive(runs: () => boolean, adminFile: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) {
    if (!runs()) throw new Error('Envoy has ended');
    if (!existsSync(adminFile)) continue;
    const admin = readFileSync(adminFile, 'utf8');
    const ready = await fetch(`http://${admin}/ready`).catch(() => undefined);
    if (ready?.status === 200) return;
  }
  throw new Error('Envoy is not ready within 20 s');
}

async function portOf(admin: string, listener: string): Promise<number> {
  const listeners = await (await fetch(`http://${admin}/listeners`)).text();
  return Number(new RegExp(`^${listener}::127\\.0\\.0\\.1:(\\d+)$`, 'm').exec(listeners)?.[1]);
}

async function statOf(admin: string, name: string): Promise<number> {
  const text = await (await fetch(`http://${admin}/stats?filter=^${name}$`)).text();
  return Number(/: (\d+)\s*$/.exec(text)?.[1]);
}

function anonymousMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
